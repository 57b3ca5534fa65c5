// A position for every claim of an article on one question, with its confidence and its reason.
import type { QuestionDefinition, StanceArticle, Suggestion } from '../types.ts'
import { bestOf, inOrder } from './belief.ts'
import { companyOf, statedConfidence } from './confidence.ts'
import { wordsAkin, wordsForNeutral, wordsForSide } from './deciding.ts'
import { leadingContext } from './leading.ts'
import { type Lessons, taughtBy } from './lessons.ts'
import { type Look, looksAt, type Taught } from './looks.ts'
import type { StanceModel } from './model.ts'
import { profileOf, type QuestionProfile } from './question.ts'
import { rarityFrom } from './rarity.ts'
import { rationaleOf } from './rationale.ts'
import { type ArticleReading, type ClaimReading, readingOf } from './reading.ts'

/** One suggestion per claim, in the order of the claims. A question without positions gets the empty position at confidence 0. */
export function suggest(
  model: StanceModel,
  article: StanceArticle,
  question: QuestionDefinition,
  lessons?: Lessons,
): Suggestion[] {
  const reading = readingOf(article)
  const profile = profileOf(question, rarityFrom(model.rarity))
  const taught = taughtBy(lessons, reading, profile)
  const looks = looksAt(model, reading, profile, taught)
  const alone = answersOf(model, looks[0], reading, profile, taught)
  const whole = answersOf(model, looks.at(-1), reading, profile, taught)
  return reading.claims.map((claim) => {
    const answers = { alone: alone[claim.index] ?? NONE, whole: whole[claim.index] ?? NONE }
    return suggestionFor(model, claim, profile, looks, taught, answers)
  })
}

interface Answer {
  readonly position: string
  readonly confidence: number
  readonly index: number
}

const NONE: Answer = { position: '', confidence: 0, index: -1 }

/** What one look makes of each claim. */
function answersOf(
  model: StanceModel,
  look: Look | undefined,
  { claims }: ArticleReading,
  question: QuestionProfile,
  taught: Taught | undefined,
): Answer[] {
  const bests = (look?.beliefs ?? []).map((belief) => bestOf(inOrder(belief, question)))
  const company = companyOf(bests.map((best) => best.probability))
  return claims.map((claim) => {
    const best = bests[claim.index]
    const position = best === undefined ? undefined : question.positions[best.index]
    if (best === undefined || position === undefined) return NONE
    // What no definition tells, people's decisions may.
    const guessed = position.kind === 'side' && !question.tellsSidesApart && taught === undefined
    const confidence = statedConfidence(model, best.probability, company, claim, question, guessed)
    return { position: position.slug, confidence, index: best.index }
  })
}

function suggestionFor(
  model: StanceModel,
  claim: ClaimReading,
  question: QuestionProfile,
  looks: readonly Look[],
  taught: Taught | undefined,
  { alone, whole: { position, confidence, index } }: { readonly alone: Answer; readonly whole: Answer },
): Suggestion {
  const profile = question.positions[index]
  if (profile === undefined)
    return {
      position: '',
      confidence: 0,
      rationale: 'the question has no positions',
      wordsAlone: { position: '', confidence: 0 },
    }
  const words =
    profile.kind === 'side'
      ? wordsForSide(claim, profile, question)
      : wordsForNeutral(claim, profile.kind, model.words)
  const akin = profile.kind === 'side' && words.length === 0 ? wordsAkin(claim, profile, question) : []
  const changed = position !== alone.position
  const context =
    changed || (words.length === 0 && akin.length === 0)
      ? leadingContext(looks, claim, profile, question)
      : null
  const rationale = rationaleOf(
    { position, kind: profile.kind, words, akin, context, taught: taughtHere(taught, claim) },
    claim,
    question,
  )
  return {
    position,
    confidence,
    rationale,
    wordsAlone: { position: alone.position, confidence: alone.confidence },
  }
}

/** A shift smaller than this decided nothing. */
const FELT = 0.5

function taughtHere(taught: Taught | undefined, claim: ClaimReading): boolean {
  const shift = taught?.shift[claim.index]
  if (shift === undefined) return false
  const values = [...shift.sides, shift.ambivalent, shift.off]
  return Math.max(...values) - Math.min(...values) > FELT
}
