// What words of other formats say of a claim, where they say it in ours.

import type { Mark } from './marks.ts'

const among = <T extends string>(values: readonly T[], words: readonly string[]): T | undefined =>
  values.find((one) => words.includes(one))

export const saidOf = (words: readonly string[]): Pick<Mark, 'type' | 'polarity' | 'status'> => ({
  type: among(['direct', 'indirect', 'mixed'] as const, words),
  polarity: among(['asserted', 'denied', 'questioned'] as const, words),
  status: among(['proposed', 'confirmed', 'rejected'] as const, words),
})
