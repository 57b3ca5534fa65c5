// W3C Web Annotations back in: a collection, a page, a list or a single one, each onto the article it points at.

import { Invalid } from '../errors.ts'
import { parseJson } from '../http/body.ts'
import { parsedLine } from '../http/ndjson.ts'
import { articlesBy } from './articles.ts'
import { creating } from './creators.ts'
import type { Importer, Job, Outcome } from './format.ts'
import { type Item, itemsOf } from './json-items.ts'
import { marking } from './marks.ts'
import type { AnnotationServices } from './services.ts'
import { importStatements } from './statements.ts'
import { articleOf, creatorOf, markOf, WebAnnotation } from './web-annotation.ts'

const RECORDS: Readonly<Record<string, string>> = {
  identifying: 'claim',
  classifying: 'tag',
  moderating: 'ruling',
}

export function webAnnotationImporter(services: AnnotationServices): Importer {
  const s = importStatements(services.db)
  return {
    name: 'annotations.jsonld',
    operationId: 'importWebAnnotations',
    mediaType: 'application/ld+json',
    role: 'admin',
    summary: 'Import W3C Web Annotations',
    description:
      'Onto articles that are here, by id or address: words are found by position where they match, else by quote. `identifying` marks a claim, `classifying` tags it, `moderating` rules on it; a creator who is not known becomes an annotator without a key.',
    losses: [
      { code: 'articles', detail: 'Articles: they must be here already.' },
      { code: 'ids', detail: 'Ids and times: what is new gets its own.' },
      { code: 'machine-tags', detail: 'Tags of an engine: the one here makes its own.' },
      { code: 'rejected-tags', detail: 'Tags on claims that are rejected.' },
      { code: 'cue-and-source', detail: 'The words that report, and the words for who speaks.' },
    ],
    async *take(job) {
      const one = taking(services, s, job)
      for await (const item of itemsOf(job.body)) yield await one(item)
    },
  }
}

function taking(services: AnnotationServices, s: ReturnType<typeof importStatements>, job: Job) {
  const act = { by: job.caller.id, at: services.runtime.now() }
  const mark = marking(services, s, act, job.dryRun)
  const creator = creating(services, s, job, act)
  const articleId = articlesBy(s)
  return async ({ number, bytes, broken }: Item): Promise<Outcome> => {
    let record = 'annotation'
    try {
      if (broken) throw broken
      const json = parseJson(bytes)
      refusePageless(json)
      const annotation = parsedLine(WebAnnotation, json)
      record = RECORDS[annotation.motivation[0] ?? ''] ?? record
      const { id, names } = articleOf(annotation)
      const rest = { ...markOf(annotation), articleId: await articleId(id, names) }
      const by = await creator(creatorOf(annotation))
      const taken = await mark({ ...rest, by })
      if (taken.status === 'created') for (const { question } of rest.places) services.decided(question)
      return { row: number, record, ...taken }
    } catch (error) {
      return { row: number, record, status: 'invalid', error: error as Error }
    }
  }
}

/** A collection whose annotations are elsewhere; no address is fetched. */
function refusePageless(json: unknown): void {
  const type = (json as { type?: unknown } | null)?.type
  if (![type].flat().includes('AnnotationCollection')) return
  throw new Invalid('The collection names its first page and does not hold it; send the pages themselves.', {
    faults: [{ pointer: '/first', code: 'page_elsewhere', detail: 'No address is fetched.' }],
  })
}
