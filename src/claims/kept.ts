// Claims as they were last written out, kept until the next change in the ledger: whatever a claim shows, a change of it
// stands there.

import { LRUCache } from 'lru-cache'
import type { Written } from '../http/conditional.ts'

/** Characters of all claims kept, at most. */
const MOST_CHARACTERS = 8_000_000
/** Claims of which it is remembered that they were asked for: one for each remainder of their numbers. */
const REMEMBERED = 65_536

export function keptClaims(lastChange: () => Promise<number>) {
  const texts = new LRUCache<string, Written>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ text }) => text.length,
  })
  const asked = new Float64Array(REMEMBERED)
  let change = -1
  return {
    /** Those that hold just now. */
    async now() {
      const seen = await lastChange()
      if (seen !== change) texts.clear()
      change = seen
      return {
        /** Whether it is asked for a second time. What is asked for once would only push out what is asked for often. */
        isAgain(number: number): boolean {
          const place = number % REMEMBERED
          const before = asked[place]
          asked[place] = number
          return before === number
        },
        get: (key: string) => (seen === change ? texts.get(key) : undefined),
        /** What was read since: it may be newer than `seen`, and never older. */
        set(key: string, written: Written) {
          if (seen === change && isInOnePiece(written.text)) texts.set(key, written)
        },
        stillHold: async () => seen === (await lastChange()),
      }
    },
  }
}

/**
 * Of an object as JSON: true, once it is. V8 keeps what was put together as a tree of all its pieces, several times as
 * large and dear to clear away, until somebody looks: for a number, say, which it is not.
 */
const isInOnePiece = (text: string): boolean => Number.isNaN(Number(text))
