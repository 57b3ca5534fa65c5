// What the trainer learns from: articles whose claims people have placed on a question.
import type { QuestionDefinition, StanceArticle } from '../../types.ts'
import type { Example } from './fit.ts'

export interface PlacedArticle {
  readonly article: StanceArticle
  readonly question: QuestionDefinition
  /** Slug of the position that people gave, claim by claim; null where they gave none. */
  readonly positions: readonly (string | null)[]
}

/** The position as the choice knows it, or null when the question has no such position. */
export function goldOf(question: QuestionDefinition, slug: string | null): Example['gold'] | null {
  const position = question.positions.find((one) => one.slug === slug)
  if (position === undefined) return null
  if (position.kind === 'ambivalent') return 'ambivalent'
  if (position.kind === 'off-question') return 'off'
  return question.positions.filter((one) => one.kind === 'side').indexOf(position)
}

/** Questions dealt out in turn, so that every fold holds whole questions: what is learnt must serve questions never seen. */
export function foldsOf<One extends PlacedArticle>(articles: readonly One[], count: number): One[][] {
  const slugs = [...new Set(articles.map((one) => one.question.slug))]
  const folds = Array.from({ length: Math.min(count, slugs.length) }, (): One[] => [])
  for (const one of articles) folds[slugs.indexOf(one.question.slug) % folds.length]?.push(one)
  return folds
}
