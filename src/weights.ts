// The weights that ship with the service, from their place in the package.

import { readFileSync } from 'node:fs'

/** The same from src/ and from dist/, both one folder below the package's root. */
const bytesOf = (name: string): Uint8Array =>
  readFileSync(new URL(`../src/engine/weights/${name}.bin`, import.meta.url))

/** For `createEngine`. */
export const shippedWeights = (): { claims: Uint8Array; stance: Uint8Array } => ({
  claims: bytesOf('claims'),
  stance: bytesOf('stance'),
})
