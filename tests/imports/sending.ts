// Sends a file to an importer, and reads the outcomes.

import { expect } from 'vitest'
import type { Problem } from '../../src/http/problem.ts'
import type { As, Newsroom } from '../support/newsroom.ts'

export interface ImportLine {
  readonly row?: number
  readonly record?: string
  readonly status: string
  readonly id?: string
  readonly problem?: Problem
  readonly dryRun?: boolean
  readonly counts?: Readonly<Record<string, number>>
  readonly losses?: readonly { readonly code: string }[]
}

const TYPES: Readonly<Record<string, string>> = {
  ndjson: 'application/x-ndjson',
  jsonld: 'application/ld+json',
  json: 'application/json',
  csv: 'text/csv',
  zip: 'application/zip',
}

/** The answer to a file of that name; `query` begins with a question mark. */
export async function sent(
  news: Newsroom,
  name: string,
  body: string | Buffer,
  { as = 'admin', query = '' }: { as?: As; query?: string } = {},
) {
  const headers = { 'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? '' }
  return news.send('POST', `/v1/imports/${name}${query}`, as, { body, headers })
}

/** What became of each row, and the last line. */
export async function imported(...of: Parameters<typeof sent>) {
  const answer = await sent(...of)
  expect(answer.status, answer.text).toBe(200)
  const lines = answer.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine)
  const done = lines.pop()
  expect(done).toMatchObject({ status: 'done' })
  const counts = Object.fromEntries(Object.entries(done?.counts ?? {}).filter(([, n]) => n > 0))
  return { rows: lines, counts, losses: done?.losses ?? [] }
}
