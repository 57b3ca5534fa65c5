// Writes over what somebody has seen, and over nothing else.

import { Refused } from '../../../openapi/client/index.ts'

/** Somebody else has changed it since the work on it began; what is stored now. */
export class Overtaken<T> extends Error {
  readonly current: T
  constructor(current: T) {
    super('It has changed since you began.')
    this.current = current
  }
}

/** How often it is sent again when something that is no change of the kind came between the reading and the writing. */
const ATTEMPTS = 5

/** A line of the two states, where they differ. */
export interface Difference {
  readonly what: string
  readonly mine: string
  readonly theirs: string
}

interface Writing<T> {
  readonly read: () => Promise<T>
  /** Whether what is stored is, in all that one works on, what one has seen. */
  readonly isSeen: (current: T) => boolean
  readonly write: (current: T) => Promise<T>
}

/** Throws `Overtaken` when what is stored was not seen. */
export async function writeOver<T>({ read, isSeen, write }: Writing<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    // Read now, written under the ETag of this reading: whatever is stored after it is refused with 412.
    const current = await read()
    if (!isSeen(current)) throw new Overtaken(current)
    try {
      return await write(current)
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412 || attempt === ATTEMPTS) throw error
    }
  }
}
