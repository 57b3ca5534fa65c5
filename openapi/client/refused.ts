// A refusal of the service, as something to catch.

import type { Problem } from './generated/types.gen.ts'

export class Refused extends Error {
  readonly status: number
  /** What went wrong, where, and what stands: `problem.errors`; after a 412 also `current` and `etag`. */
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`)
    this.name = 'Refused'
    this.status = problem.status
    this.problem = problem
  }
}

/** From the body of an answer; one that is no problem document came from something in between. */
export function refusalOf(status: number, body: unknown): Refused {
  if (typeof body === 'object' && body !== null && 'detail' in body) return new Refused(body as Problem)
  const detail = typeof body === 'string' ? body.slice(0, 500) : ''
  return new Refused({
    type: 'about:blank',
    title: `Answered with ${status}`,
    status,
    detail,
    instance: '/',
    errors: [],
    traceId: '',
  })
}
