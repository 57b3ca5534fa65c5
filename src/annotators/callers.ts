// Who is behind a key: remembered until the next change in the ledger, so that a key revoked a moment ago, by this
// process or another, is refused.

import type { Caller } from '../http/auth.ts'
import { hashOf } from './secret.ts'
import type { AnnotatorStore } from './store.ts'

const MINUTE = 60_000
/** Keys remembered at once: more than ever call within one minute. */
const MOST_REMEMBERED = 10_000

type Found = NonNullable<Awaited<ReturnType<AnnotatorStore['findCaller']>>>

/** `lastChange` gives the number of the last change in the ledger, in which every change of a key or its owner is. */
export function callers(store: AnnotatorStore, now: () => number, lastChange: () => Promise<number>) {
  const remembered = new Map<string, Found>()
  let change = -1

  // Callers who come within one turn of the event loop, in which nothing is committed, share one look.
  let look: Promise<number> | null = null
  function lastOfTurn(): Promise<number> {
    if (look) return look
    setImmediate(() => {
      look = null
    })
    look = lastChange()
    return look
  }

  async function find(hash: string, at: number): Promise<Found | null> {
    const last = await lastOfTurn()
    if (last !== change || remembered.size > MOST_REMEMBERED) remembered.clear()
    change = last
    const known = remembered.get(hash)
    if (known && (known.expiresAt === null || known.expiresAt > at)) return known
    const found = await store.findCaller(hash, at)
    // Read after `last` was: it may be newer than that, and never older.
    if (found && last === change) remembered.set(hash, found)
    return found
  }

  /** For http/auth.ts: the owner of a key, noting its use once a minute. */
  return async (secret: string): Promise<Caller | null> => {
    const at = now()
    const hash = hashOf(secret)
    const found = await find(hash, at)
    if (!found) return null
    const minute = at - (at % MINUTE)
    if (found.lastUsedAt !== minute) {
      if (remembered.has(hash)) remembered.set(hash, { ...found, lastUsedAt: minute })
      // Nobody waits for it, and a failure to note it is no failure of the request.
      void store.touch(found.keyId, minute).catch(() => {})
    }
    return found.caller
  }
}
