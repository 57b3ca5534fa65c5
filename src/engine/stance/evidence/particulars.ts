// Marks of bare fact: names, years, sums and shares, the past tense, the first person.
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { add, type Evidence } from './evidence.ts'

/** A capital inside a sentence, so a name. */
const NAME = /[a-z,] [A-Z][a-z]/g
const CURRENCY = /[$£€]\s?\d/
const YEAR = /\b(?:1[89]|20)\d\d\b/
const SHARE = /\d\s?(?:percent|per cent|%)/
const PAST = /[a-z]{3}ed$/
const FIRST_PERSON = /^(?:i|my|me|i'm|i've|i'd)$/
const FIFTHS = 4.99

export function particulars(claim: ClaimReading, article: ArticleReading, evidence: Evidence): void {
  const { quote, content } = claim
  add(evidence, 'names', Math.min(4, quote.match(NAME)?.length ?? 0))
  if (CURRENCY.test(quote)) add(evidence, 'sum of money')
  if (YEAR.test(quote)) add(evidence, 'year')
  if (SHARE.test(quote)) add(evidence, 'percentage')
  add(evidence, 'past tense', Math.min(4, content.filter((word) => PAST.test(word.form)).length))
  add(evidence, 'first person', Math.min(3, content.filter((word) => FIRST_PERSON.test(word.form)).length))
  add(evidence, 'figures', Math.min(3, content.filter((word) => /^\d/.test(word.form)).length))
  add(evidence, `length ${Math.min(6, Math.floor(Math.log2(content.length + 1)))}`)
  const place = claim.index / Math.max(1, article.claims.length - 1)
  add(evidence, 'place', place)
  add(evidence, `place ${Math.floor(place * FIFTHS)}`)
}
