// Keys: long random secrets, of which only the hash is kept.

import { hash, randomBytes } from 'node:crypto'

/** 256 random bits: nothing to guess, so a plain fast hash is enough to keep them by. */
export const newSecret = (): string => `avk_${randomBytes(32).toString('base64url')}`

/** Looked up by equality in a unique index: what is compared is the hash, which tells nothing of the key. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64url')
