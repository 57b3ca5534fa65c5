// Claims as they were last written out, kept until the next change in the ledger: whatever a claim shows, a change of it
// stands there.

import { LRUCache } from 'lru-cache'
import type { Written } from '../http/conditional.ts'

/** Characters of all claims kept, at most. */
const MOST_CHARACTERS = 8_000_000

export function keptClaims(lastChange: () => Promise<number>) {
  const texts = new LRUCache<string, Written>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ text }) => text.length,
  })
  let change = -1
  return {
    /** Those that hold just now. */
    async now() {
      const seen = await lastChange()
      if (seen !== change) texts.clear()
      change = seen
      return {
        get: (key: string) => (seen === change ? texts.get(key) : undefined),
        /** What was read since: it may be newer than `seen`, and never older. */
        set(key: string, written: Written) {
          if (seen === change) texts.set(key, written)
        },
        stillHold: async () => seen === (await lastChange()),
      }
    },
  }
}
