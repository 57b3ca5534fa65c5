// Sending articles in batches, several requests at a time, and again what a cut connection left open.

import { setTimeout as wait } from 'node:timers/promises'
import type { Item } from './articles.ts'
import { Stop } from './ending.ts'
import { accepted, type Connection, type Problem, problemInWords, Refusal, send } from './service.ts'

export interface Outcome {
  readonly from: string
  readonly status: 'created' | 'duplicate' | 'invalid'
  readonly articleId?: string
  readonly claimCount?: number
  readonly detail?: string
}

/** Of one request: large enough to share commits, small enough that progress is seen and memory stays bounded. */
const LINES = 64
const BYTES = 1024 * 1024
/** Between tries, in milliseconds. An article that is there is answered as a duplicate, so each try is safe. */
const PAUSES = [500, 1000, 2000, 4000]
const PASSING = new Set([429, 502, 503, 504])

/** Answers of `report` come as the service gives them, batch after batch; not in the order of the items. */
export async function sendAll(
  connection: Connection,
  items: AsyncIterable<Item>,
  atOnce: number,
  report: (outcome: Outcome, weight: number) => Promise<void>,
): Promise<void> {
  const batches = batchesOf(items)
  let stopped = false
  async function work(): Promise<void> {
    while (!stopped) {
      const { value: batch, done } = await batches.next()
      if (done) return
      const outcomes = await answered(connection, batch)
      for (const [i, outcome] of outcomes.entries()) await report(outcome, batch[i]?.weight ?? 0)
    }
  }
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error: unknown) => {
      stopped = true
      throw error
    }),
  )
  // Not `all`: what the others have under way is answered, and so counted, before the command ends.
  const ends = await Promise.allSettled(workers)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function* batchesOf(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let bytes = 0
  for await (const item of items) {
    const size = Buffer.isBuffer(item.line) ? item.line.length : 0
    if (batch.length === LINES || (batch.length > 0 && bytes + size > BYTES)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(item)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

interface LineAnswer {
  readonly line: number
  readonly status: Outcome['status']
  readonly articleId?: string
  readonly claimCount?: number
  readonly problem?: Problem
}

async function answered(connection: Connection, batch: readonly Item[]): Promise<Outcome[]> {
  const lines = batch.flatMap(({ line }) => (Buffer.isBuffer(line) ? [line] : []))
  const answers = lines.length === 0 ? [] : await posted(connection, lines)
  let next = 0
  return batch.map(({ from, line }): Outcome => {
    if (!Buffer.isBuffer(line)) return { from, status: 'invalid', detail: line.refused }
    const { line: _, problem, ...answer } = answers[next++] ?? { line: 0, status: 'invalid' }
    return { from, ...answer, ...(problem === undefined ? {} : { detail: problemInWords(problem) }) }
  })
}

/** An answer for each line; tried again while that may help. */
async function posted(connection: Connection, lines: readonly Buffer[]): Promise<LineAnswer[]> {
  const body = Buffer.concat(lines.flatMap((line) => [line, NEWLINE]))
  for (const pause of [...PAUSES, null]) {
    const last = pause === null
    try {
      const answer = await send(connection, '/v1/articles/batch', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body,
      })
      if (last || !PASSING.has(answer.status)) {
        const answers = await answersIn(await accepted(answer))
        if (answers.length === lines.length) return answers
      } else {
        await answer.body?.cancel()
        await wait(Math.max(pause, 1000 * Number(answer.headers.get('retry-after') ?? 0)))
        continue
      }
    } catch (error) {
      // Only a connection that was cut may hold the next time.
      if (last || error instanceof Refusal) throw error
    }
    if (!last) await wait(pause)
  }
  throw new Stop('service', 'The service broke its answer off, time and again.')
}

const NEWLINE = Buffer.from('\n')

async function answersIn(answer: Response): Promise<LineAnswer[]> {
  const text = await answer.text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LineAnswer)
}
