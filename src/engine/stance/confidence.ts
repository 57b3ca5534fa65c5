// How sure to say one is: calibrated on questions the model had not seen, and lowered where it knows little of the words.
import type { StanceModel } from './model.ts'
import type { QuestionProfile } from './question.ts'
import type { ClaimReading } from './reading.ts'

/** Below this share of known words the text is likely in another language. */
const FAMILIAR = 0.6

/** A side that no definition sets apart from its opponent is mostly a guess: the calibration has seen no such questions. */
const GUESSED = 0.4

export const oddsOf = (probability: number): number => {
  const safe = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(safe / (1 - safe))
}

/** An article of few claims tells little of how easy it is: so many claims of even odds are added. */
const PATIENCE = 4

/** Mean log-odds of an article's answers. */
export const companyOf = (probabilities: readonly number[]): number =>
  probabilities.reduce((sum, probability) => sum + oddsOf(probability), 0) / (probabilities.length + PATIENCE)

/** `guessed` where a side was chosen that the question's definitions do not tell from another. */
export function statedConfidence(
  model: StanceModel,
  probability: number,
  company: number,
  claim: ClaimReading,
  question: QuestionProfile,
  guessed: boolean,
): number {
  const { slope, company: share, offset } = model.calibration
  const stated = 1 / (1 + Math.exp(-(slope * oddsOf(probability) + share * company + offset)))
  const even = 1 / Math.max(1, question.positions.length)
  const known = Math.min(1, familiarity(model, claim) / FAMILIAR) * (guessed ? GUESSED : 1)
  const tempered = known * stated + (1 - known) * Math.min(stated, even)
  return Math.round(tempered * 1000) / 1000
}

function familiarity(model: StanceModel, claim: ClaimReading): number {
  const words = claim.topics
  if (words.length === 0) return 0
  return words.filter((word) => model.rarity.has(word.stem)).length / words.length
}
