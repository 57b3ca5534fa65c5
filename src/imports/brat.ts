// brat standoff back in: each text of a zip with its annotations, as claims and tags of the caller's.

import { setImmediate as turn } from 'node:timers/promises'
import { Malformed, Refusal } from '../errors.ts'
import { decode } from './decoding.ts'
import type { Importer, Job, Outcome } from './format.ts'
import { marking } from './marks.ts'
import { saidOf } from './said.ts'
import type { AnnotationServices } from './services.ts'
import { type BrokenLine, readStandoff, type Standoff } from './standoff.ts'
import { importStatements } from './statements.ts'
import { type TakenText, texts } from './texts.ts'
import { readZip, type ZipFile } from './zip.ts'

export function bratImporter(services: AnnotationServices): Importer {
  const s = importStatements(services.db)
  return {
    name: 'brat.zip',
    operationId: 'importBrat',
    mediaType: 'application/zip',
    role: 'curator',
    summary: 'Import brat standoff',
    description:
      'A zip of `.txt` and `.ann` files. A text that is not here is taken in as an article; each entity Content becomes a claim of the caller’s, each attribute Position_<question> their tag. Rows are lines of the `.ann` file.',
    losses: [
      { code: 'article-data', detail: 'What is known about articles beyond their text.' },
      { code: 'annotators', detail: 'Who marked and tagged: it is the caller.' },
      { code: 'rejected-tags', detail: 'Positions of claims that are rejected.' },
      {
        code: 'proposals',
        detail: 'Of claims that are only proposed, what the engine here finds otherwise.',
      },
      { code: 'line-ends', detail: 'Whether a claim over a line end is one piece or two.' },
      { code: 'hearsay', detail: 'Which claim encloses which.' },
      { code: 'other-annotations', detail: 'Entities, relations, events and notes of other names.' },
    ],
    async *take(job) {
      let files: ZipFile[]
      try {
        files = await readZip(job.body)
      } catch (error) {
        // A caller who has hung up is none of the file's faults.
        if (!(error instanceof Refusal)) throw error
        yield { row: 1, record: 'zip', status: 'invalid', error }
        return
      }
      const one = taking(services, s, job)
      const annotations = new Map(
        files.filter(({ name }) => isOf(name, 'ann')).map((file) => [baseOf(file.name), file]),
      )
      for (const text of files.filter(({ name }) => isOf(name, 'txt'))) {
        // Inflating waits for nothing; others are served between two files.
        await turn()
        yield* one(text, annotations.get(baseOf(text.name)))
      }
      const named = new Set(files.filter(({ name }) => isOf(name, 'txt')).map(({ name }) => baseOf(name)))
      for (const [base, { name }] of annotations)
        if (!named.has(base))
          yield { row: 1, record: 'article', file: name, status: 'invalid', error: withoutText(name) }
    },
  }
}

/** What a Macintosh adds of its own is none. */
const isOf = (name: string, kind: string) => name.endsWith(`.${kind}`) && !/(^|\/)(__MACOSX\/|\._)/.test(name)
const baseOf = (name: string) => name.replace(/\.\w+$/, '')

function taking(services: AnnotationServices, s: ReturnType<typeof importStatements>, job: Job) {
  const act = { by: job.caller.id, at: services.runtime.now() }
  const take = texts(services, s, act, job.dryRun)
  const mark = marking(services, s, act, job.dryRun)

  async function marked(article: TakenText, one: Standoff, file: string): Promise<Outcome> {
    const row = { row: one.line, record: 'claim', file }
    try {
      const { attributes, speakers, line: _, ...rest } = one
      const said = saidOf(Object.values(attributes))
      const by = {
        ...said,
        speakers: speakers.map((name) => ({ name, kind: 'unknown' as const })),
        by: job.caller,
      }
      const taken = await mark({
        ...rest,
        ...by,
        articleId: article.id,
        text: article.text,
        foreseen: article.foreseen,
        endsAtLines: true,
      })
      if (taken.status === 'created') for (const { question } of one.places) services.decided(question)
      return { ...row, ...taken }
    } catch (error) {
      return { ...row, status: 'invalid', error: error as Error }
    }
  }

  return async function* (text: ZipFile, annotations: ZipFile | undefined): AsyncGenerator<Outcome> {
    const file = annotations?.name ?? text.name
    let read: { article: TakenText; marks: Standoff[]; broken: BrokenLine[] }
    try {
      const written = decode(text.bytes())
      const ann = annotations === undefined ? '' : decode(annotations.bytes())
      const title = (baseOf(text.name).split('/').at(-1) ?? text.name).slice(0, 500) || 'Untitled'
      read = { article: await take({ title, text: written }), ...readStandoff(ann, written) }
    } catch (error) {
      yield { row: 1, record: 'article', file: text.name, status: 'invalid', error: error as Error }
      return
    }
    const { article, marks, broken } = read
    yield { row: 1, record: 'article', file: text.name, status: article.status, id: article.id ?? undefined }
    for (const { line, error } of broken)
      yield { row: line, record: 'annotation', file, status: 'invalid', error }
    for (const one of marks) yield await marked(article, one, file)
  }
}

const withoutText = (name: string) =>
  new Malformed(`${name} has no text beside it.`, {
    faults: [
      { pointer: '', code: 'points_at_nothing', detail: 'The .txt file of the same name is missing.' },
    ],
  })
