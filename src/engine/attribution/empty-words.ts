// Contents that say nothing by themselves: [Fenn] <rejected> {this claim}, [The guild] <repeated> {it}.
// One or two words without a verb are kept when the tagger is sure and they do not merely point back.
import type { Draft } from './draft.ts'
import { isFiniteVerb, type Tagged, wordAt } from './plain/phrases.ts'
import { PUNCTUATION } from './reading.ts'

const FEW_WORDS = 2
const SURE = 0.8
const POINTS_BACK = /^(?:this|that|these|those|it|them|him|her|so|such|both|either)$/iu

function isEmpty(reading: Tagged, { content, certainty, form }: Draft): boolean {
  if (form !== 'cue') return false
  let words = 0
  for (const { first, last } of content) {
    for (let at = first; at < last; at++) {
      if (((reading.flags[at] ?? 0) & PUNCTUATION) > 0) continue
      if (++words > FEW_WORDS || (reading.quote[at] ?? 0) > 0 || isFiniteVerb(reading, at)) return false
    }
  }
  return certainty < SURE || POINTS_BACK.test(wordAt(reading, content[0]?.first ?? -1))
}

export const withoutEmptyWords = (reading: Tagged, drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft) => !isEmpty(reading, draft))
