// Practice for the look that follows decisions: a third of each article's claims play decided, the others are the examples.
import type { Belief } from '../belief.ts'
import { campsOf, type Linking } from '../camps/index.ts'
import { taughtContextOf } from '../context/taught.ts'
import { readingOf } from '../reading.ts'
import { goldOf, type PlacedArticle } from './corpus.ts'
import type { Example } from './fit.ts'

/** Times each article is practised, each time with other claims decided. */
const DRAWS = 2

/** `beliefs` are those of the words alone, by a model that has not seen the article's question. */
export function taughtExamples(
  articles: readonly PlacedArticle[],
  beliefs: ReadonlyMap<PlacedArticle, readonly Belief[]>,
  linking: Linking,
): Example[] {
  return articles.flatMap((article, at) =>
    Array.from({ length: DRAWS }, (_, draw) =>
      practice(article, beliefs.get(article) ?? [], at + draw * articles.length, linking),
    ).flat(),
  )
}

function practice(
  { article, question, positions }: PlacedArticle,
  own: readonly Belief[],
  seed: number,
  linking: Linking,
): Example[] {
  const reading = readingOf(article)
  const gold = positions.map((slug) => goldOf(question, slug))
  const decided = own.map((belief, index) => (isDrawn(seed, index) ? certain(belief, gold[index]) : null))
  const camps = campsOf(linking, reading, own, decided)
  return taughtContextOf(reading, own, camps, decided).flatMap((evidence, index) => {
    const right = gold[index] ?? null
    return decided[index] !== null || right === null ? [] : [{ evidence, gold: right }]
  })
}

/** One in three, the same on every machine. */
function isDrawn(seed: number, index: number): boolean {
  const mixed = Math.imul(Math.imul(seed + 1, 0x9e3779b1) ^ (index + 1), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 3 === 0
}

function certain(belief: Belief, gold: Example['gold'] | null | undefined): Belief | null {
  if (gold === null || gold === undefined) return null
  return {
    sides: belief.sides.map((_, side) => (side === gold ? 1 : 0)),
    ambivalent: gold === 'ambivalent' ? 1 : 0,
    off: gold === 'off' ? 1 : 0,
  }
}
