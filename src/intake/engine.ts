// The engine with the weights that ship beside it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine, type Engine } from '../engine/index.ts'

/** Weights are data, not code: they stay in the sources, wherever the compiled program stands. */
export const WEIGHTS = fileURLToPath(new URL('../../src/engine/weights', import.meta.url))

/** Throws when a file of weights is missing or is none. */
export function loadEngine(folder: string = WEIGHTS): Engine {
  return createEngine({
    claims: readFileSync(join(folder, 'claims.bin')),
    stance: readFileSync(join(folder, 'stance.bin')),
  })
}
