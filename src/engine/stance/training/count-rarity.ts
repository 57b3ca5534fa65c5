// Counts in how many texts each word family stands, to tell telling words from common ones.
import { wordsOfText } from '../words.ts'

/** Families in fewer texts than this are left to the default, as rare as can be. */
const LEAST = 2

/** Rarity from 0 (in every text) to 1 (in none); three decimals, so that files do not differ by a rounding. */
export function countRarity(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const stem of new Set(wordsOfText(text).map((word) => word.stem)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const whole = Math.log(texts.length + 1)
  const frequent = [...counts].filter(([, count]) => count >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(
    frequent.map(([stem, count]) => [stem, Math.round((1 - Math.log(count + 1) / whole) * 1000) / 1000]),
  )
}
