// The rows of a file in groups that are stored together: an article with its claims, tags and rulings; any other row alone.

import { Malformed } from '../../errors.ts'
import { FORMAT_VERSION, type Records } from '../../exports/records.ts'
import type { Line } from '../../http/ndjson.ts'
import { type Row, rowOf } from './rows.ts'

export interface Group {
  readonly kind: Row['kind']
  readonly rows: readonly Row[]
  /** Why the group as a whole cannot be taken. */
  readonly broken?: Error | undefined
}

/** Rows under one article beyond these are no article's. */
const MOST_ROWS = 100_000

const UNDER_ARTICLES = new Set(['claim', 'tag', 'ruling'])
const COUNTED = { article: 'articles', claim: 'claims', tag: 'tags', ruling: 'rulings' } as const

export async function* groupsOf(lines: AsyncIterable<Line>): AsyncGenerator<Group> {
  const counts = { articles: 0, claims: 0, tags: 0, rulings: 0 }
  let under: Row[] = []
  let last: Row | null = null
  for await (const line of lines) {
    const row = rowOf(line)
    if (last === null && notAnExport(row)) {
      yield { kind: row.kind, rows: [row], broken: notAnExport(row) }
      return
    }
    last = row
    if (row.kind in COUNTED) counts[COUNTED[row.kind as keyof typeof COUNTED]]++
    const belongs = under.length > 0 && (UNDER_ARTICLES.has(row.kind) || row.kind === 'unknown')
    if (belongs && under.length < MOST_ROWS) {
      under.push(row)
      continue
    }
    if (under.length > 0) yield { kind: 'article', rows: under }
    under = row.kind === 'article' ? [row] : []
    if (row.kind === 'article') continue
    yield { kind: row.kind, rows: [row], broken: row.kind === 'end' ? countedWrong(row, counts) : undefined }
  }
  // Nothing says that this article has come whole.
  if (under.length > 0) yield { kind: 'article', rows: under, broken: cut() }
  else if (last?.kind !== 'end')
    yield { kind: 'end', rows: [{ number: (last?.number ?? 0) + 1, kind: 'end', value: cut() }] }
}

function notAnExport({ value }: Row): Error | undefined {
  const is = 'record' in value && value.record === 'corpus'
  if (!is) return malformed('not_an_export', 'The file does not begin with a record "corpus".')
  const { version } = value as Records['corpus']
  return version > FORMAT_VERSION
    ? malformed(
        'newer_format',
        `The file is of version ${version}; this service reads up to ${FORMAT_VERSION}.`,
      )
    : undefined
}

function countedWrong({ value }: Row, counts: Record<string, number>): Error | undefined {
  if (value instanceof Error) return undefined
  const wrong = Object.entries(counts).filter(([name, n]) => (value as unknown as typeof counts)[name] !== n)
  return wrong.length === 0
    ? undefined
    : malformed(
        'lines_missing',
        `Not as many ${wrong.map(([name]) => name).join(', ')} came as were written.`,
      )
}

const cut = () =>
  malformed('cut', 'The file ends before its last line; what came whole is stored, and it can be sent again.')

const malformed = (code: string, detail: string) =>
  new Malformed(detail, { faults: [{ pointer: '', code, detail }] })
