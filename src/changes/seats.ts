// How many streams are open, and whose: each holds a connection, so there is an end to them.

import { TooManyRequests, Unavailable } from '../errors.ts'

/** Open at once in all, and for one caller. */
const MOST = 500
const MOST_EACH = 20

export interface Seats {
  /** Takes a seat; the function it gives leaves it. Throws TooManyRequests, or Unavailable when all are taken. */
  take(caller: string): () => void
}

export function seats(most = MOST, mostEach = MOST_EACH): Seats {
  const taken = new Map<string, number>()
  let all = 0
  return {
    take(caller) {
      const theirs = taken.get(caller) ?? 0
      if (theirs >= mostEach)
        throw new TooManyRequests(
          `You have ${theirs} streams open, as many as one caller may; close one first.`,
          {
            state: { open: theirs, most: mostEach },
          },
        )
      if (all >= most)
        throw new Unavailable(`All ${most} streams that the service keeps open are taken.`, {
          state: { most },
        })
      all++
      taken.set(caller, theirs + 1)
      let left = false
      return () => {
        if (left) return
        left = true
        all--
        const rest = (taken.get(caller) ?? 1) - 1
        if (rest > 0) taken.set(caller, rest)
        else taken.delete(caller)
      }
    },
  }
}
