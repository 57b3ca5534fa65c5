// Learns from what people decided on one question: words and speakers that went with a position shift the scores of later claims.
import type { QuestionDefinition, StanceArticle } from '../types.ts'
import { type Belief, inOrder } from './belief.ts'
import { looksAt, type Taught } from './looks.ts'
import type { StanceModel } from './model.ts'
import { profileOf, type QuestionProfile } from './question.ts'
import { rarityFrom } from './rarity.ts'
import { type ArticleReading, type ClaimReading, readingOf } from './reading.ts'
import { minimise } from './training/minimise.ts'

/** A claim that a person has placed on the question. */
export interface LessonExample {
  readonly article: StanceArticle
  /** Which of the article's claims. */
  readonly index: number
  /** Slug of one of the question's positions. */
  readonly position: string
}

/** Plain JSON, to be kept and handed back; only for the question it was learnt on. */
export interface Lessons {
  readonly question: string
  /** Positions in the order of the shifts. */
  readonly positions: readonly string[]
  /** How many decisions it rests on. */
  readonly examples: number
  /** What a feature adds to the score of each position. */
  readonly shifts: Readonly<Record<string, readonly number[]>>
  /** Index of the position that people gave, by the mark of the claim. */
  readonly decided: Readonly<Record<string, number>>
}

/** Beyond this many different claims another one teaches next to nothing; the newest are kept. */
const MOST = 1_500
const ROUNDS = 40
/**
 * Pulls towards no shift. What was said of claims in the same article does its work through the camps; how often each position
 * was given, and the words of sources, were tried and taught the wrong thing (see training/README.md).
 */
const PULL = { word: 6, speaker: 6 }

type Feature = readonly [name: string, pull: number]

const featuresOf = (claim: ClaimReading): Feature[] => [
  ...claim.topics.map(({ stem }): Feature => [`w ${stem}`, PULL.word]),
  ...[...claim.speakers].map((key): Feature => [`speaker ${key}`, PULL.speaker]),
]

/** A claim is known again by its title and its words (FNV-1a, 32 bits, and the length). */
export function markOf(article: ArticleReading, claim: ClaimReading): string {
  let hash = 0x811c9dc5
  const text = `${article.title.map((word) => word.form).join(' ')}|${claim.index}|${claim.quote}`
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`
}

interface Taken {
  readonly features: readonly Feature[]
  readonly base: readonly number[]
  readonly position: number
  readonly mark: string
}

/** Deterministic; examples that contradict each other cancel out. Unknown positions and claims are passed over. */
export function learn(
  model: StanceModel,
  question: QuestionDefinition,
  examples: readonly LessonExample[],
): Lessons {
  const taken = newest(takeIn(model, question, examples))
  return {
    question: question.slug,
    positions: question.positions.map((position) => position.slug),
    examples: examples.length,
    shifts: shiftsFrom(taken, question.positions.length),
    decided: Object.fromEntries(taken.map(({ mark, position }) => [mark, position])),
  }
}

function takeIn(
  model: StanceModel,
  question: QuestionDefinition,
  examples: readonly LessonExample[],
): Taken[] {
  const profile = profileOf(question, rarityFrom(model.rarity))
  const bases = new Map<StanceArticle, readonly Belief[]>()
  return examples.slice(-10 * MOST).flatMap(({ article, index, position }) => {
    const reading = readingOf(article)
    const claim = reading.claims[index]
    const at = question.positions.findIndex((one) => one.slug === position)
    if (claim === undefined || at < 0) return []
    const beliefs =
      bases.get(article) ?? looksAt({ ...model, context: [] }, reading, profile)[0]?.beliefs ?? []
    bases.set(article, beliefs)
    const belief = beliefs[index]
    const base = belief === undefined ? [] : inOrder(belief, profile).map((share) => Math.log(share + 1e-3))
    return [{ features: featuresOf(claim), base, position: at, mark: markOf(reading, claim) }]
  })
}

/** The last word on each claim counts. */
function newest(taken: readonly Taken[]): Taken[] {
  const byMark = new Map<string, Taken>()
  for (const one of taken) {
    byMark.delete(one.mark)
    byMark.set(one.mark, one)
  }
  return [...byMark.values()].slice(-MOST)
}

function shiftsFrom(taken: readonly Taken[], positions: number): Record<string, number[]> {
  const pulls = new Map(taken.flatMap((one) => one.features))
  const index = new Map([...pulls.keys()].map((name, at) => [name, at * positions]))
  const rows = taken.map((one) => ({ ...one, at: one.features.map(([name]) => index.get(name) ?? 0) }))
  const pullAt = [...pulls.values()]
  const weights = minimise(
    (at, gradient) => {
      let loss = 0
      for (let i = 0; i < at.length; i++) {
        const pulled = (pullAt[Math.floor(i / positions)] ?? 1) * (at[i] ?? 0)
        gradient[i] = pulled
        loss += 0.5 * pulled * (at[i] ?? 0)
      }
      for (const row of rows) loss += addRow(row, positions, at, gradient)
      return loss
    },
    pulls.size * positions,
    ROUNDS,
  )
  return Object.fromEntries(
    [...index].map(([name, at]) => [
      name,
      [...weights.slice(at, at + positions)].map((value) => Math.round(value * 1000) / 1000),
    ]),
  )
}

function addRow(
  row: { at: number[]; base: readonly number[]; position: number },
  positions: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const scores = Array.from({ length: positions }, (_, position) =>
    row.at.reduce((sum, at) => sum + (weights[at + position] ?? 0), row.base[position] ?? 0),
  )
  const most = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0)
  scores.forEach((score, position) => {
    const error = Math.exp(score - most) / sum - (position === row.position ? 1 : 0)
    for (const at of row.at) gradient[at + position] = (gradient[at + position] ?? 0) + error
  })
  return Math.log(sum) - ((scores[row.position] ?? 0) - most)
}

/** What the lessons say of each claim of an article; lessons on other positions than the question has now say nothing. */
export function taughtBy(
  lessons: Lessons | undefined,
  article: ArticleReading,
  question: QuestionProfile,
): Taught | undefined {
  if (lessons === undefined) return undefined
  if (lessons.positions.join() !== question.positions.map((position) => position.slug).join())
    return undefined
  return {
    shift: article.claims.map((claim) => beliefFrom(sumOf(lessons, claim), question)),
    decided: article.claims.map((claim) => {
      const position = lessons.decided[markOf(article, claim)]
      return position === undefined
        ? null
        : beliefFrom(
            lessons.positions.map((_, at) => (at === position ? 1 : 0)),
            question,
          )
    }),
  }
}

const sumOf = (lessons: Lessons, claim: ClaimReading): number[] =>
  lessons.positions.map((_, position) =>
    featuresOf(claim).reduce((sum, [name]) => sum + (lessons.shifts[name]?.[position] ?? 0), 0),
  )

function beliefFrom(values: readonly number[], question: QuestionProfile): Belief {
  const shareOf = (kind: 'ambivalent' | 'off-question'): number =>
    values[question.positions.findIndex((one) => one.kind === kind)] ?? 0
  return {
    sides: question.positions.flatMap((position, at) => (position.kind === 'side' ? [values[at] ?? 0] : [])),
    ambivalent: shareOf('ambivalent'),
    off: shareOf('off-question'),
  }
}
