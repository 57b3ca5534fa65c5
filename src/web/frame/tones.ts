// How a position looks wherever it is shown: a side of the page, a symbol and a colour, never a colour alone.

import type { Question } from '../../../openapi/client/index.ts'

export type Tone = 'left' | 'right' | 'third' | 'fourth' | 'between' | 'off' | 'gone'

const SIDES: readonly Tone[] = ['left', 'right', 'third', 'fourth']
export const SYMBOLS: Readonly<Record<Tone, string>> = {
  left: '◀',
  right: '▶',
  third: '▲',
  fourth: '▼',
  between: '◆',
  off: '○',
  gone: '–',
}

/** The first side of a question stands left, the second right; a position that the question no longer has is gone. */
export function toneOf(question: Pick<Question, 'positions'> | undefined, slug: string): Tone {
  const position = question?.positions.find((one) => one.slug === slug)
  if (!question || !position) return 'gone'
  if (position.kind === 'ambivalent') return 'between'
  if (position.kind === 'off-question') return 'off'
  const sides = question.positions.filter((one) => one.kind === 'side')
  return SIDES[sides.indexOf(position)] ?? 'fourth'
}

export const labelOf = (question: Pick<Question, 'positions'> | undefined, slug: string): string =>
  question?.positions.find((one) => one.slug === slug)?.label ?? slug
