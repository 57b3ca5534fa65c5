// All that is computed about an article before anything is written: pure, so that it can run on any thread.

import type { Engine, Lessons } from '../engine/index.ts'
import type {
  ExtractedClaim,
  Extraction,
  QuestionDefinition,
  StanceArticle,
  StanceClaim,
  Suggestion,
} from '../engine/types.ts'

/** A question as it stood when the article was analysed. */
export interface AskedQuestion extends QuestionDefinition {
  readonly version: number
  /** What people's decisions have taught so far. */
  readonly lessons?: Lessons
}

export interface Analysis {
  readonly extraction: Extraction
  /** For each question, a suggestion for each claim, in the order of the claims. */
  readonly placements: readonly {
    readonly slug: string
    readonly version: number
    readonly suggestions: readonly Suggestion[]
  }[]
}

export function analyse(
  engine: Engine,
  title: string,
  text: string,
  questions: readonly AskedQuestion[],
): Analysis {
  const extraction = engine.extract(text)
  const article: StanceArticle = {
    title,
    text,
    claims: extraction.claims.map((claim) => stanceClaim(claim, extraction)),
  }
  const placements = questions.map((question) => ({
    slug: question.slug,
    version: question.version,
    suggestions: engine.suggest(article, question, question.lessons),
  }))
  return { extraction, placements }
}

/** Within one article the speakers' places in its list serve as their keys. */
function stanceClaim(claim: ExtractedClaim, { speakers }: Extraction): StanceClaim {
  const affiliations = claim.speakers.flatMap(
    (i) => speakers[i]?.affiliations.map((one) => String(one.speaker)) ?? [],
  )
  return { ...claim, speakers: claim.speakers.map(String), affiliations }
}
