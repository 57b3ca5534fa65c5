// An attribution in the making: token ranges instead of spans.
import type { Document, Stretch } from '../document.ts'
import type { Attribution, Span } from '../types.ts'

export type Range = Pick<Stretch, 'first' | 'last'>

export interface Draft {
  readonly content: readonly Range[]
  readonly cue: readonly Range[]
  readonly source: readonly Range[]
  readonly certainty: number
  readonly form: Attribution['form']
}

export const spanOf = (document: Document, { first, last }: Range): Span => ({
  start: document.tokens[first]?.start ?? 0,
  end: document.tokens[last - 1]?.end ?? 0,
})

export const within = (inner: Range, outer: Range): boolean =>
  outer.first <= inner.first && inner.last <= outer.last

export const meet = (a: Range, b: Range): boolean => a.first < b.last && b.first < a.last
