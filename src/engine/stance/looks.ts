// Looks at an article's claims: first at the words of each alone, then again and again with what the others hold.
import { type Belief, plus, probabilitiesOf } from './belief.ts'
import { campsOf } from './camps/index.ts'
import { contextOf } from './context/index.ts'
import { taughtContextOf } from './context/taught.ts'
import type { Evidence } from './evidence/evidence.ts'
import { type ClaimEvidence, evidenceOf } from './evidence/index.ts'
import type { Layer, StanceModel, Worth } from './model.ts'
import type { QuestionProfile } from './question.ts'
import type { ArticleReading } from './reading.ts'

export interface Look {
  /** The weights it was taken with. */
  readonly layer: Layer
  readonly evidence: readonly ClaimEvidence[]
  /** Scores before they became probabilities. */
  readonly scores: readonly Belief[]
  readonly beliefs: readonly Belief[]
}

/** What people have taught on the question, as far as it touches this article. */
export interface Taught {
  /** Adds to the scores of a claim. */
  readonly shift: readonly Belief[]
  /** What people decided of a claim, or null. */
  readonly decided: readonly (Belief | null)[]
}

const worthOf = (evidence: Evidence, worth: Worth): number => {
  let sum = 0
  for (const [name, value] of evidence) sum += value * (worth.get(name) ?? 0)
  return sum
}

/** Worth for `ambivalent` and for `off-question` side by side, so that a name is looked up once. */
type Pairs = ReadonlyMap<string, readonly [number, number]>

const paired = new WeakMap<Layer, Pairs>()

function pairsOf(layer: Layer): Pairs {
  const known = paired.get(layer)
  if (known !== undefined) return known
  const names = new Set([...layer.ambivalent.keys(), ...layer.off.keys()])
  const pairs = new Map(
    [...names].map((name) => [name, [layer.ambivalent.get(name) ?? 0, layer.off.get(name) ?? 0] as const]),
  )
  paired.set(layer, pairs)
  return pairs
}

export function scoresOf(evidence: ClaimEvidence, layer: Layer): Belief {
  const pairs = pairsOf(layer)
  let ambivalent = 0
  let off = 0
  for (const [name, value] of evidence.neutral) {
    const pair = pairs.get(name)
    if (pair === undefined) continue
    ambivalent += value * pair[0]
    off += value * pair[1]
  }
  return { sides: evidence.sides.map((bag) => worthOf(bag, layer.sides)), ambivalent, off }
}

/** Context halves what lessons said of the claim itself, since it weighs the claim's own belief lightly; this gives it back. */
const LESSON_AGAIN = 0.8

/** All looks, the words alone first. */
export function looksAt(
  model: StanceModel,
  article: ArticleReading,
  question: QuestionProfile,
  taught?: Taught,
): Look[] {
  const evidence = article.claims.map((claim) => evidenceOf(claim, article, question))
  let look = lookWith(evidence, model.words, question, taught, 1)
  const looks = [look]
  const decided = taught?.decided.some((one) => one !== null) === true ? taught.decided : undefined
  for (const layer of decided === undefined ? model.context : [model.taught]) {
    const camps = campsOf(model, article, look.beliefs, decided)
    const context =
      decided === undefined
        ? contextOf(article, look.beliefs, camps, camps)
        : taughtContextOf(article, look.beliefs, camps, decided)
    look = lookWith(context, layer, question, taught, LESSON_AGAIN)
    looks.push(look)
  }
  return looks
}

function lookWith(
  evidence: readonly ClaimEvidence[],
  layer: Layer,
  question: QuestionProfile,
  taught: Taught | undefined,
  share: number,
): Look {
  const scores = evidence.map((bags, index) => {
    const shift = taught?.shift[index]
    const plain = scoresOf(bags, layer)
    return shift === undefined ? plain : plus(plain, shift, share)
  })
  return { layer, evidence, scores, beliefs: scores.map((score) => probabilitiesOf(score, question)) }
}
