// How many streams are open, and whose: each holds a connection, or more than that, so there is an end to them.

import { TooManyRequests, Unavailable } from '../errors.ts'

export interface Seats {
  /** Takes a seat; the function it gives leaves it. Throws TooManyRequests, or Unavailable when all are taken. */
  take(caller: string): () => void
}

/** `what` they are, in the plural; open at once in all, and for one caller. */
export function seats(what: string, most: number, mostEach: number): Seats {
  const taken = new Map<string, number>()
  let all = 0
  return {
    take(caller) {
      const theirs = taken.get(caller) ?? 0
      if (theirs >= mostEach)
        throw new TooManyRequests(
          `You have ${theirs} ${what} open, as many as one caller may; close one first.`,
          {
            state: { open: theirs, most: mostEach },
          },
        )
      if (all >= most)
        throw new Unavailable(`All ${most} ${what} that the service keeps open are taken.`, {
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
