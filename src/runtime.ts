// All that a test must hold still: the clock and the ids.

import { typeid } from 'typeid-js'

export interface Runtime {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** A new id, `prefix_` and a UUIDv7 in base32: opaque, unique, rising with time. */
  newId(prefix: IdPrefix): string
}

export type IdPrefix = 'art' | 'clm' | 'spk' | 'tag' | 'rul' | 'ann' | 'key' | 'lea'

export function systemRuntime(): Runtime {
  return { now: () => Date.now(), newId: (prefix) => typeid(prefix).toString() }
}
