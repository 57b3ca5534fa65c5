// What the speaker does with the words of the content. "The notion that private emails are business records is very scary" rejects what it names, without any word of denial.
import type { Polarity } from '../../types.ts'
import type { ClaimReading } from '../reading.ts'

const NAMED = /\bthe (?:notion|idea|suggestion|theory|claim|argument|premise|thought|proposition)\b/i
const JUDGED =
  /\b(?:absurd|nonsense|wrong|mistaken|fanciful|fictions?|myths?|scary|frightening|chilling|ridiculous|laughable|false|dangerous|preposterous|untenable|far-fetched|cannot be right|won't wash)\b/i

/** The content names another's view and evaluates it away. */
export const rejectsWhatItNames = (quote: string): boolean => {
  const opening = quote.slice(0, 2_000)
  return NAMED.test(opening) && JUDGED.test(opening)
}

/** The polarity of the cue, or denial when the content itself rejects what it names. */
export const mannerOf = (claim: ClaimReading): Polarity =>
  claim.claim.polarity === 'asserted' && rejectsWhatItNames(claim.quote) ? 'denied' : claim.claim.polarity
