// Plain quotations as a table: an article, words in it, who says them and where that stands.

import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { Invalid, Malformed } from '../errors.ts'
import { refuseUnstorable } from '../http/body.ts'
import { articlesBy } from './articles.ts'
import { decoded } from './decoding.ts'
import type { Importer, Job, Outcome } from './format.ts'
import { marking } from './marks.ts'
import type { Place } from './placements.ts'
import type { AnnotationServices } from './services.ts'
import { type ImportStatements, importStatements } from './statements.ts'

const COLUMNS = [
  'article',
  'quote',
  'prefix',
  'suffix',
  'speaker',
  'question',
  'position',
  'rationale',
] as const
const REQUIRED = ['article', 'quote'] as const
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>

/** Of a cell, in UTF-16 units. */
const LONGEST = 1_000_000

export function quotationImporter(services: AnnotationServices): Importer {
  const s = importStatements(services.db)
  return {
    name: 'quotations.csv',
    operationId: 'importQuotations',
    mediaType: 'text/csv',
    role: 'curator',
    summary: 'Import quotations from a table',
    description: `Columns article (an id, address or title), quote, and if wanted ${COLUMNS.slice(2).join(', ')}; UTF-8, commas, a header. Several speakers are parted by semicolons, pieces of a quote by " … ". The question may be left out where only one has the position. Each row is a claim of the caller's, and its position a tag of theirs.`,
    losses: [
      { code: 'articles', detail: 'Articles: they must be here already.' },
      { code: 'annotators', detail: 'Who marked and tagged: it is the caller.' },
      { code: 'cue-and-source', detail: 'The words that report, and the words for who speaks.' },
      { code: 'polarity', detail: 'Whether the speaker denies or asks: every row asserts.' },
    ],
    async *take(job) {
      const one = taking(services, s, job)
      try {
        for await (const { record, info } of rowsOf(job.body)) yield await one(record, info)
      } catch (error) {
        yield {
          row: lineOf(error as CsvError),
          record: 'quotation',
          status: 'invalid',
          error: unreadable(error as Error),
        }
      }
    },
  }
}

interface Parsed {
  readonly record: Cells
  readonly info: { readonly lines: number; readonly error?: CsvError | undefined }
}

function rowsOf(body: AsyncIterable<Buffer>): AsyncIterable<Parsed> {
  const parser = parse({
    columns: headed,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST,
  })
  // What goes wrong on the way comes out of the parser, after the rows before it.
  pipeline(Readable.from(decoded(body)), parser, () => {})
  return parser as AsyncIterable<Parsed>
}

function headed(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase())
  const faults = [
    ...REQUIRED.filter((name) => !names.includes(name)).map((name) => fault(name, 'missing_column')),
    ...names
      .filter((name, i) => !(COLUMNS as readonly string[]).includes(name) || names.indexOf(name) !== i)
      .map((name) => fault(name.slice(0, 100), 'unknown_field')),
  ]
  if (faults.length > 0)
    throw new Malformed(`The columns are ${COLUMNS.join(', ')}; article and quote are needed.`, { faults })
  return names
}

const fault = (name: string, code: string) => ({
  pointer: `/${name}`,
  code,
  detail:
    code === 'missing_column'
      ? `There is no column "${name}".`
      : `There is no column "${name}" to be had, or twice.`,
})

function taking(services: AnnotationServices, s: ImportStatements, job: Job) {
  const act = { by: job.caller.id, at: services.runtime.now() }
  const mark = marking(services, s, act, job.dryRun)
  const articleId = articlesBy(s)
  return async (cells: Cells, { lines: row, error: odd }: Parsed['info']): Promise<Outcome> => {
    try {
      if (odd) throw unreadable(odd)
      refuseUnstorable(cells)
      const { article = '', quote = '', prefix, suffix, speaker = '' } = unguarded(cells)
      refuseEmpty({ article, quote })
      const places = await placesOf(services, unguarded(cells))
      const taken = await mark({
        articleId: await articleId(article, [article]),
        content: quote.split(' … ').map((exact) => ({ exact, prefix, suffix })),
        speakers: speaker
          .split(';')
          .map((name) => ({ name: name.trim().slice(0, 300), kind: 'unknown' as const }))
          .filter(({ name }) => name !== ''),
        places,
        by: job.caller,
      })
      if (taken.status === 'created') for (const { question } of places) services.decided(question)
      return { row, record: 'quotation', ...taken }
    } catch (error) {
      return { row, record: 'quotation', status: 'invalid', error: error as Error }
    }
  }
}

function refuseEmpty(needed: Readonly<Record<string, string>>): void {
  const empty = Object.keys(needed).filter((name) => needed[name] === '')
  if (empty.length === 0) return
  throw new Invalid(`The row has no ${empty.join(' and no ')}.`, {
    faults: empty.map((name) => ({ pointer: `/${name}`, code: 'empty', detail: 'Every row needs it.' })),
  })
}

/** Empty cells are absent; the apostrophe that keeps a spreadsheet from running a cell is no part of it. */
const unguarded = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => cell.trim() !== '')
      .map(([name, cell]) => [name, cell.replace(/^'(?=[=+\-@\t\r])/, '')]),
  )

async function placesOf(
  { placing }: AnnotationServices,
  { question, position, rationale }: Cells,
): Promise<Place[]> {
  if (position === undefined) return []
  if (question !== undefined) return [{ question, position, rationale }]
  const having = (await placing.questions()).filter((one) =>
    one.positions.some(({ slug }) => slug === position),
  )
  const [only] = having
  if (only && having.length === 1) return [{ question: only.slug, position, rationale }]
  throw new Invalid(`${having.length} open questions have a position "${position}"; name one.`, {
    state: { questions: having.map(({ slug }) => slug) },
    faults: [{ pointer: '/question', code: 'ambiguous_question', detail: 'Give the column question.' }],
  })
}

const lineOf = (error: CsvError) => (typeof error.lines === 'number' ? error.lines : 1)

function unreadable(error: Error): Error {
  if (error instanceof Malformed || !('code' in error)) return error
  const { code } = error as CsvError
  const isCut = code === 'CSV_QUOTE_NOT_CLOSED'
  return new Malformed(isCut ? 'The file ends within a quotation mark.' : error.message, {
    faults: [{ pointer: '', code: isCut ? 'cut' : 'invalid_csv', detail: error.message.slice(0, 500) }],
  })
}
