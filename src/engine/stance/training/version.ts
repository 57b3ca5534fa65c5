// A version that changes whenever the weights do: a short hash of all their names and numbers.
import type { Layer, StanceModel } from '../model.ts'

const SEED = 0x811c9dc5
const PRIME = 0x01000193

/** FNV-1a over the tables, in base 36. */
export function versionOf(weights: Omit<StanceModel, 'version'>): string {
  let hash = SEED
  const take = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  }
  const tables = [
    weights.rarity,
    ...[weights.words, ...weights.context].flatMap((layer: Layer) => [
      layer.sides,
      layer.ambivalent,
      layer.off,
    ]),
  ]
  for (const table of tables) for (const [name, value] of table) take(`${name}=${value.toPrecision(4)};`)
  take(JSON.stringify(weights.calibration))
  return (hash >>> 0).toString(36)
}
