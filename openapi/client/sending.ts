// Sending many articles, tags or files, until each has its answer: what an answer that was cut off left open is sent
// again, where that does no harm.

import { readLines } from './lines.ts'
import { Refused, refusalFrom } from './refused.ts'
import { FIRST_PAUSE, pause } from './transport.ts'

export interface Sending {
  /** How many things there are. */
  readonly count: number
  /** How often a thing is sent at most. */
  readonly attempts: number
  /** Whether a thing may be sent again of which nobody knows whether it arrived. */
  readonly isHarmless: boolean
  /** Sends them from the one at this place on. The service answers each with a line of JSON, in their order. */
  send(from: number): Promise<Response>
  readonly signal?: AbortSignal | undefined
}

/** The service was reached, and broke its answer off. */
export class Interrupted extends Error {
  constructor(cause?: unknown) {
    super('The answer was cut off.', { cause })
    this.name = 'Interrupted'
  }
}

/** What became of each, in their order. What could not be sent in so many attempts is thrown. */
export async function* answersTo<T>(sending: Sending): AsyncGenerator<T> {
  const { count, attempts, isHarmless, send, signal } = sending
  let answered = 0
  let told: number | undefined
  for (let attempt = 1; answered < count; attempt++) {
    if (attempt > 1) await pause(told ?? FIRST_PAUSE * 2 ** (attempt - 2), signal)
    try {
      const body = await bodyOf(await send(answered))
      for await (const answer of whole<T>(body)) {
        answered++
        // The connection holds: it is counted anew.
        attempt = 1
        yield answer
      }
      if (answered < count) throw new Interrupted()
    } catch (error) {
      if (signal?.aborted || attempt >= attempts || !mayBeSentAgain(error, isHarmless)) throw error
      told = error instanceof Refused ? error.retryAfter : undefined
    }
  }
}

/** The lines of an answer. Throws Interrupted where it is cut off. */
export async function* whole<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  try {
    yield* readLines<T>(body)
  } catch (error) {
    throw new Interrupted(error)
  }
}

/** Throws Refused with the problem document. */
export async function bodyOf(response: Response): Promise<ReadableStream<Uint8Array>> {
  if (response.ok && response.body) return response.body
  throw await refusalFrom(response)
}

function mayBeSentAgain(error: unknown, isHarmless: boolean): boolean {
  if (!(error instanceof Refused)) return isHarmless
  // The first two are refused before anything is done; the others come from something in between.
  return error.status === 429 || error.status === 503 || (isHarmless && error.status >= 502)
}
