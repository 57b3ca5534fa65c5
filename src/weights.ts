// The weights that ship with the service, from their place in the package.

import { existsSync, readFileSync } from 'node:fs'

/** The same from src/ and from dist/, both one folder below the package's root. */
function bytesOf(name: string): Uint8Array {
  const file = new URL(`../src/engine/weights/${name}.bin`, import.meta.url)
  // Until the first ones have been trained the engine stands without.
  return existsSync(file) ? readFileSync(file) : new Uint8Array()
}

/** For `createEngine`. */
export const shippedWeights = (): { claims: Uint8Array; stance: Uint8Array } => ({
  claims: bytesOf('claims'),
  stance: bytesOf('stance'),
})
