// Keys: long random secrets, of which only the hash is kept.

import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits: nothing to guess, so a plain fast hash is enough to keep them by. */
export const newSecret = (): string => `avk_${randomBytes(32).toString('base64url')}`

/** Looked up in a unique index: what is compared there is the hash, of which nobody can choose even the beginning. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64url')

/** Whether two hashes are the same, in a time that does not tell where they differ. */
export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
