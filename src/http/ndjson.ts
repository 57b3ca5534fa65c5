// Lines in, lines out: streams of JSON in bounded memory, each line answered on its own and in order.

import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { TooLarge, Unavailable } from '../errors.ts'
import { ARTICLE_LIMIT, parseJson, STREAM_LIMIT } from './body.ts'
import { type Problem, problemOf } from './problem.ts'
import { Stopping, untilStopping } from './stopping.ts'
import { refusalOfIssues } from './validate.ts'

export interface Line {
  readonly number: number
  readonly bytes: Buffer
  /** Set when the line, or with it the stream, has become too long to read. */
  readonly tooLarge?: string
}

const NEWLINE = 10

/** In bytes; and how many lines, where their answers would outgrow them. */
export interface Limits {
  readonly line: number
  readonly stream: number
  readonly lines?: number
}

/** A refused line is answered with some 400 bytes, however short it was. */
const MOST_LINES = 500_000

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`

/** The lines of a stream, without the blank ones; numbered from 1 as an editor would. */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  most: Limits = { line: ARTICLE_LIMIT, stream: STREAM_LIMIT, lines: MOST_LINES },
): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  let total = 0
  for await (const chunk of stream) {
    total += chunk.length
    if (total > most.stream) {
      yield cutAt(number, `is longer than ${megabytes(most.stream)}`)
      return
    }
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const line = lineOf(number, parts, length, chunk.subarray(from, end), most)
      if (line) yield line
      if (number > (most.lines ?? number)) return
      from = end + 1
      parts = []
      length = 0
      number++
    }
    const rest = chunk.subarray(from)
    length += rest.length
    // Past the limit nothing is kept; the line is counted to its end and then refused.
    if (length <= most.line) parts.push(Buffer.from(rest))
  }
  const last = lineOf(number, parts, length, Buffer.alloc(0), most)
  if (last) yield last
}

const cutAt = (number: number, why: string): Line => ({
  number,
  bytes: Buffer.alloc(0),
  tooLarge: `The stream ${why}; this line and all after it were left out.`,
})

function lineOf(number: number, parts: Buffer[], length: number, tail: Buffer, most: Limits): Line | null {
  if (length + tail.length === 0) return null
  if (number > (most.lines ?? number)) return cutAt(number, `has more than ${most.lines} lines`)
  if (length + tail.length > most.line)
    return { number, bytes: Buffer.alloc(0), tooLarge: `The line is longer than ${megabytes(most.line)}.` }
  const bytes = parts.length === 0 ? tail : Buffer.concat([...parts, tail])
  return bytes.toString('latin1').trim() === '' ? null : { number, bytes }
}

/** A line's value by its schema. Throws Malformed with each fault. */
export function parsedLine<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (!result.success) throw refusalOfIssues(result.error.issues)
  return result.data
}

/** Lines being worked on at once: enough to share commits, few enough to bound memory. */
const AT_ONCE = 16

/**
 * Answers each line of the request by `work`, in the order of the lines. What `work` throws becomes that line's
 * `invalid` with its problem; one bad line never stops the rest. Each is begun after `pause`. A service that is stopping
 * answers those it has taken, and the next one with word that it and the rest have to be sent again.
 */
export function answerLines<T extends object>(
  request: FastifyRequest,
  work: (value: unknown, line: number) => Promise<T>,
  pause?: () => Promise<void>,
): Readable {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > STREAM_LIMIT) throw new TooLarge('A stream of lines may have 64 MB.')
  const one = async (line: Line): Promise<string> => {
    try {
      if (line.tooLarge) throw new TooLarge(line.tooLarge)
      return JSON.stringify({ line: line.number, ...(await work(parseJson(line.bytes), line.number)) })
    } catch (error) {
      const problem: Problem = problemOf(error as Error, request)
      if (problem.status >= 500) request.log.error({ err: error, line: line.number }, 'failed')
      return JSON.stringify({ line: line.number, status: 'invalid', problem })
    }
  }
  const invalid = (line: number, error: Error) =>
    JSON.stringify({ line, status: 'invalid', problem: problemOf(error, request) })
  async function* results() {
    const working: Promise<string>[] = []
    const { stopping } = request.server
    const body = untilStopping(request.body as AsyncIterable<Buffer>, stopping)
    let taken = 0
    let next = 1
    try {
      for await (const line of linesOf(body.chunks)) {
        await pause?.()
        if (stopping.aborted) throw new Stopping()
        working.push(one(line))
        taken++
        next = line.number + 1
        if (working.length >= AT_ONCE) yield `${await working.shift()}\n`
      }
    } catch (error) {
      if (!(error instanceof Stopping)) throw error
      working.push(Promise.resolve(invalid(next, stopped(taken))))
    }
    for (const result of working) yield `${await result}\n`
    if (stopping.aborted) await body.drain()
  }
  return Readable.from(results())
}

const stopped = (taken: number) =>
  new Unavailable(
    `The service is stopping; ${taken} lines were taken. This line and all after it were left out; send them again.`,
    { state: { reason: 'stopping', taken } },
  )
