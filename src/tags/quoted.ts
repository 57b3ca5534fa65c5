// Which claim of an article a quote means, for people who annotate elsewhere and have no claim's id. Example: of “They
// are ours,” and “They are theirs,” the quote `ours` is in one claim, `They are` in two and so in neither for certain.

import { normalize } from '../articles/text.ts'
import { type Fault, Invalid } from '../errors.ts'
import type { StoredSpan } from '../storage/tables.ts'

export interface QuotedClaim {
  readonly id: string
  readonly quote: string
  readonly content: readonly StoredSpan[]
  readonly prefix: string
  readonly suffix: string
}

export interface Quoted {
  readonly quote: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** Claims named when none, or more than one, is meant. */
const MOST_CANDIDATES = 20

/**
 * The claim whose words are the quote; where none is, the one whose content holds it or lies in it. `prefix` and
 * `suffix` are what stands before and after the quote. Throws Invalid with the claims that come into question.
 */
export function claimMeant(claims: readonly QuotedClaim[], text: string, asSent: Quoted): QuotedClaim {
  const quoted = asKept(asSent)
  const exactly = claims.filter((claim) => claim.quote === quoted.quote && fits(claim, text, quoted))
  const found = exactly.length > 0 ? exactly : touching(claims, text, quoted)
  const [only] = found
  if (only && found.length === 1) return only
  throw only ? ambiguous(found) : absent(claims)
}

/** Line ends and letters as the text has them, which whoever quotes may have as it was sent. */
const asKept = ({ quote, prefix = '', suffix = '' }: Quoted) => ({
  quote: normalize(quote),
  prefix: normalize(prefix),
  suffix: normalize(suffix),
})

type Kept = ReturnType<typeof asKept>

const start = ({ content }: QuotedClaim) => content[0]?.utf16[0] ?? 0
const end = ({ content }: QuotedClaim) => content.at(-1)?.utf16[1] ?? 0

function fits(claim: QuotedClaim, text: string, { prefix, suffix }: Kept): boolean {
  return text.slice(0, start(claim)).endsWith(prefix) && text.startsWith(suffix, end(claim))
}

/** Claims that share words with any place where the quote stands in the text. */
function touching(claims: readonly QuotedClaim[], text: string, quoted: Kept): QuotedClaim[] {
  const { quote, prefix, suffix } = quoted
  const whole = prefix + quote + suffix
  const found = new Set<QuotedClaim>()
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + whole.length)) {
    const from = at + prefix.length
    const to = from + quote.length
    for (const claim of claims)
      if (claim.content.some(({ utf16 }) => utf16[0] < to && utf16[1] > from)) found.add(claim)
  }
  return [...found]
}

function refusal(detail: string, code: string, claims: readonly QuotedClaim[]): Invalid {
  const candidates = claims.slice(0, MOST_CANDIDATES).map(({ id, quote, prefix, suffix }) => ({
    claimId: id,
    quote: quote.slice(0, 1000),
    prefix,
    suffix,
  }))
  const fault: Fault = { pointer: '/quote', code, detail }
  return new Invalid(detail, { state: { candidates }, faults: [fault] })
}

const absent = (claims: readonly QuotedClaim[]) =>
  refusal('No claim of the article has these words, or not in that context.', 'quote_absent', claims)

const ambiguous = (claims: readonly QuotedClaim[]) =>
  refusal(
    `The quote is in ${claims.length} claims; give a prefix or suffix that tells which, or the claim’s id.`,
    'quote_ambiguous',
    claims,
  )
