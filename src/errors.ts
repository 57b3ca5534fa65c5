// Refusals as classes. What each means over HTTP is decided in one table, in http/problem.ts.

/** One thing that is wrong with the input, and where: a JSON pointer into the body, or /query/…, /params/…, /headers/…. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

export class Refusal extends Error {
  /** Further members of the problem document: the state the caller can act on. */
  readonly state: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]

  constructor(
    message: string,
    options: { state?: Record<string, unknown>; faults?: readonly Fault[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    this.state = options.state ?? {}
    this.faults = options.faults ?? []
  }
}

/** The request is not of the form the contract gives. */
export class Malformed extends Refusal {}
/** No usable key was given where one is needed. */
export class Unauthenticated extends Refusal {}
/** The key is known; its role or owner may not do this. */
export class Forbidden extends Refusal {}
export class NotFound extends Refusal {}
/** It was here and has been deleted. */
export class Gone extends Refusal {}
/** It goes against what is stored: a duplicate, a race that was lost, a closed question. */
export class Conflict extends Refusal {}
/** The resource has changed since the caller read it. */
export class Stale extends Refusal {}
/** A change of a shared resource came without If-Match. */
export class PreconditionMissing extends Refusal {}
/** Well formed, but it cannot be carried out: a span that does not match, an unknown slug. */
export class Invalid extends Refusal {}
export class TooLarge extends Refusal {}
/** A body of a kind that this address does not read. */
export class UnsupportedMediaType extends Refusal {}
/** The service cannot do it just now; the same request may succeed later. */
export class Unavailable extends Refusal {
  /** Seconds after which it is worth asking again; null when that takes somebody's hands. */
  readonly retryAfter: number | null

  constructor(
    message: string,
    {
      retryAfter = 1,
      ...options
    }: ConstructorParameters<typeof Refusal>[1] & { retryAfter?: number | null } = {},
  ) {
    super(message, options)
    this.retryAfter = retryAfter
  }
}
/** The caller asks for more at once, or more often, than one caller may. */
export class TooManyRequests extends Refusal {}
