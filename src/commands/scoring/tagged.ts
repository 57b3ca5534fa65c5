// How much people's tags help: the other articles' tags given, or thirty tags of a question at random, scored on the rest.

import { type LessonExample, learn } from '../../engine/stance/lessons.ts'
import type { StanceModel } from '../../engine/stance/model.ts'
import { suggest } from '../../engine/stance/suggest.ts'
import type { Suggestion } from '../../engine/types.ts'
import type { PlacedArticle } from './placed.ts'
import { type JudgedClaim, scorePositions } from './positions.ts'

const SEEDS = 10
const TAGS = 30

/** A claim by its article and place. */
interface Place {
  readonly one: PlacedArticle
  readonly index: number
  readonly position: string
}

const byQuestion = (articles: readonly PlacedArticle[]): PlacedArticle[][] => {
  const groups = new Map<string, PlacedArticle[]>()
  for (const one of articles) groups.set(one.question.slug, [...(groups.get(one.question.slug) ?? []), one])
  return [...groups.values()]
}

const placesIn = (articles: readonly PlacedArticle[]): Place[] =>
  articles.flatMap((one) =>
    one.positions.flatMap((position, index) => (position === null ? [] : [{ one, index, position }])),
  )

const examplesFrom = (places: readonly Place[]): LessonExample[] =>
  places.map(({ one, index, position }) => ({ article: one.article, index, position }))

function judge(
  places: readonly Place[],
  suggestions: ReadonlyMap<PlacedArticle, readonly Suggestion[]>,
): JudgedClaim[] {
  return places.map(({ one, index, position }) => {
    const suggestion = suggestions.get(one)?.[index]
    return {
      question: one.question.slug,
      gold: position,
      predicted: suggestion?.position ?? null,
      confidence: suggestion?.confidence ?? 0,
    }
  })
}

/** Each article is placed by a model that was taught all other articles' tags on its question. */
export function withOtherArticles(model: StanceModel, articles: readonly PlacedArticle[]): JudgedClaim[] {
  return byQuestion(articles).flatMap((group) =>
    group.flatMap((one) => {
      const lessons = learn(
        model,
        one.question,
        examplesFrom(placesIn(group.filter((other) => other !== one))),
      )
      return judge(placesIn([one]), new Map([[one, suggest(model, one.article, one.question, lessons)]]))
    }),
  )
}

export interface TagGain {
  /** Macro-F1, in shares, on the claims that were not tagged. */
  readonly without: number
  readonly withTags: number
}

/** Means over ten seeds. */
export function withThirtyTags(model: StanceModel, articles: readonly PlacedArticle[]): TagGain {
  const groups = byQuestion(articles)
  const runs = Array.from({ length: SEEDS }, (_, seed) => {
    const tagged = groups.map((group) => shuffled(placesIn(group), seed + 1))
    const score = (taught: boolean): number =>
      scorePositions(tagged.flatMap((places) => judgeRest(model, places, taught))).macroF1
    return { without: score(false), withTags: score(true) }
  })
  const mean = (pick: (run: TagGain) => number): number =>
    runs.reduce((sum, run) => sum + pick(run), 0) / SEEDS
  return { without: mean((run) => run.without), withTags: mean((run) => run.withTags) }
}

function judgeRest(model: StanceModel, places: readonly Place[], taught: boolean): JudgedClaim[] {
  const [first] = places
  if (first === undefined) return []
  const { question } = first.one
  const lessons = taught ? learn(model, question, examplesFrom(places.slice(0, TAGS))) : undefined
  const rest = places.slice(TAGS)
  const articles = [...new Set(rest.map(({ one }) => one))]
  return judge(rest, new Map(articles.map((one) => [one, suggest(model, one.article, question, lessons)])))
}

/** Fisher-Yates with a small congruential generator, so that every run draws the same tags. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const drawn = [...items]
  let state = seed * 2_654_435_761
  for (let last = drawn.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const at = Math.floor((state / 2 ** 32) * (last + 1))
    const [a, b] = [drawn[last], drawn[at]]
    if (a === undefined || b === undefined) continue
    drawn[last] = b
    drawn[at] = a
  }
  return drawn
}
