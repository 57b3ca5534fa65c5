// A refusal of the service, as something to catch.

import type { Problem } from './generated/types.gen.ts'
import { pauseOf } from './transport.ts'

export class Refused extends Error {
  readonly status: number
  /** What went wrong, where, and what stands: `problem.errors`; after a 412 also `current` and `etag`. */
  readonly problem: Problem
  /** Milliseconds after which it may be tried again, where the service says so. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(`${problem.title}: ${problem.detail}`)
    this.name = 'Refused'
    this.status = problem.status
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** From an answer and its body; one that is no problem document came from something in between. */
export function refusalOf(response: Response, body: unknown): Refused {
  const retryAfter = pauseOf(response)
  if (typeof body === 'object' && body !== null && 'detail' in body)
    return new Refused(body as Problem, retryAfter)
  const { status } = response
  const detail = typeof body === 'string' ? body.slice(0, 500) : ''
  const foreign = { type: 'about:blank', title: `Answered with ${status}`, status, detail }
  return new Refused({ ...foreign, instance: '/', errors: [], traceId: '' }, retryAfter)
}

/** From an answer whose body nobody has read. */
export async function refusalFrom(response: Response): Promise<Refused> {
  const text = await response.text()
  try {
    return refusalOf(response, JSON.parse(text))
  } catch {
    return refusalOf(response, text)
  }
}
