// All the evidence that a claim's own words give on a question.
import type { QuestionProfile } from '../question.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import type { Evidence } from './evidence.ts'
import { matchesOf } from './matching.ts'
import { particulars } from './particulars.ts'
import { relevance } from './relevance.ts'
import { sideEvidence } from './side.ts'
import { speechAct } from './speech-act.ts'
import { standing } from './standing.ts'
import { wording } from './wording.ts'

export type { Evidence } from './evidence.ts'

/** What a layer of the model weighs for one claim. */
export interface ClaimEvidence {
  /** One bag per side, in the question's order. */
  readonly sides: readonly Evidence[]
  /** Weighed once for `ambivalent` and once for `off-question`, against the sides together. */
  readonly neutral: Evidence
}

export function evidenceOf(
  claim: ClaimReading,
  article: ArticleReading,
  question: QuestionProfile,
): ClaimEvidence {
  const neutral: Evidence = new Map()
  const content = matchesOf(claim.topics, question)
  speechAct(claim, neutral)
  wording(claim, neutral)
  particulars(claim, article, neutral)
  standing(claim, article, neutral)
  relevance(claim, question, content, neutral)
  return { sides: sideEvidence(claim, article, question, content), neutral }
}
