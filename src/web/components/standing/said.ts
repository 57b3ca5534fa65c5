// What counts of claims say, in words and in order.

import type { Question } from '../../../../openapi/client/index.ts'

/** Claims by position, and how many of them people or a ruling placed. */
export interface Counted {
  readonly counts: Readonly<Record<string, number>>
  readonly byPeople: Readonly<Record<string, number>>
}

export const many = (n: number, one: string, several = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : several}`

/** The positions that say something on the question, as they stand side by side: the undecided between two sides. */
export function inOrder({ positions }: Question): Question['positions'] {
  const sides = positions.filter(({ kind }) => kind === 'side')
  const between = positions.filter(({ kind }) => kind === 'ambivalent')
  return sides.length === 2 ? [...sides.slice(0, 1), ...between, ...sides.slice(1)] : [...sides, ...between]
}

/** How many of these claims say something on the question. */
export const spokenTo = (question: Question, counts: Counted['counts']): number =>
  inOrder(question).reduce((sum, { slug }) => sum + (counts[slug] ?? 0), 0)

/** "3 Ours, 1 Ambivalent; 2 of 4 placed by people". */
export function saidIn(question: Question, { counts, byPeople }: Counted): string {
  const said = inOrder(question)
    .filter(({ slug }) => (counts[slug] ?? 0) > 0)
    .map(({ slug, label }) => `${counts[slug]} ${label}`)
  if (said.length === 0) return 'nothing on the question'
  return `${said.join(', ')}; ${placedBy(question, { counts, byPeople })}`
}

export function placedBy(question: Question, { counts, byPeople }: Counted): string {
  const [placed, all] = [spokenTo(question, byPeople), spokenTo(question, counts)]
  return placed === 0 ? 'placed by the machine' : `${placed} of ${all} placed by people`
}
