// Label Studio tasks back in: each task an article, what was annotated in it claims and tags of the caller's.

import { parseJson } from '../http/body.ts'
import { parsedLine } from '../http/ndjson.ts'
import type { Importer, Job, Outcome } from './format.ts'
import { itemsOf } from './json-items.ts'
import { marksOf, Task } from './label-studio-task.ts'
import { marking } from './marks.ts'
import type { AnnotationServices } from './services.ts'
import { importStatements } from './statements.ts'
import { texts } from './texts.ts'

export function labelStudioImporter(services: AnnotationServices): Importer {
  const s = importStatements(services.db)
  return {
    name: 'label-studio.json',
    operationId: 'importLabelStudio',
    mediaType: 'application/json',
    role: 'curator',
    summary: 'Import Label Studio tasks',
    description:
      'A list of tasks with `data.text`. A text that is not here is taken in as an article; each region labelled Content becomes a claim of the caller’s, each choice of `position-<question>` their tag. Rows are tasks.',
    losses: [
      {
        code: 'predictions',
        detail: 'Predictions, with what people said of them: the engine here makes its own.',
      },
      { code: 'article-data', detail: 'Bylines, languages and metadata of articles.' },
      { code: 'annotators', detail: 'Who marked and tagged: it is the caller.' },
      { code: 'hearsay', detail: 'Which claim encloses which.' },
    ],
    async *take(job) {
      const one = taking(services, s, job)
      for await (const { number, bytes, broken } of itemsOf(job.body)) yield* one(number, bytes, broken)
    },
  }
}

function taking(services: AnnotationServices, s: ReturnType<typeof importStatements>, job: Job) {
  const act = { by: job.caller.id, at: services.runtime.now() }
  const take = texts(services, s, act, job.dryRun)
  const mark = marking(services, s, act, job.dryRun)
  return async function* (row: number, bytes: Buffer, broken: Error | undefined): AsyncGenerator<Outcome> {
    try {
      if (broken) throw broken
      const task = parsedLine(Task, parseJson(bytes))
      const { text, title, publisher, publishedAt, url } = task.data
      const article = await take({ title: title ?? `Task ${row}`, text, publisher, publishedAt, url })
      yield { row, record: 'article', status: article.status, id: article.id ?? undefined }
      for (const found of marksOf(task, article.text))
        yield await marked(
          { ...found, articleId: article.id, text: article.text, foreseen: article.foreseen, by: job.caller },
          row,
        )
    } catch (error) {
      yield { row, record: 'article', status: 'invalid', error: error as Error }
    }
  }

  async function marked(one: Parameters<typeof mark>[0], row: number): Promise<Outcome> {
    try {
      const taken = await mark(one)
      if (taken.status === 'created') for (const { question } of one.places) services.decided(question)
      return { row, record: 'claim', ...taken }
    } catch (error) {
      return { row, record: 'claim', status: 'invalid', error: error as Error }
    }
  }
}
