// What the claim says that something is: "the feed is a product" speaks for a side more surely than "the product team met".
import type { QuestionProfile } from '../question.ts'
import type { Word } from '../words.ts'
import type { Matches } from './matching.ts'

const COPULA =
  /^(?:is|are|was|were|be|been|being|constitutes?|amounts?|remains?|becomes?|means?|called|calls?)$|^(?:is|are|was|were)n't$/
/** A predicate is sought this many words after its verb, within the clause. */
const REACH = 6

/** Matches of the words that stand in a predicate. */
export function predicateMatches(content: readonly Word[], question: QuestionProfile): Matches {
  const same = question.positions.map(() => 0)
  const crossed = question.positions.map(() => 0)
  let left = 0
  for (const word of content) {
    if (word.opensClause && left < REACH) left = 0
    if (left > 0 && word.topical) {
      for (const { position, weight, negated } of question.terms.get(word.stem) ?? []) {
        const into = negated === word.negated ? same : crossed
        into[position] = (into[position] ?? 0) + weight
      }
    }
    left = COPULA.test(word.form) ? REACH : Math.max(0, left - 1)
  }
  return { same, crossed }
}
