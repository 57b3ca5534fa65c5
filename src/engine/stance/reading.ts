// Reads an article once for all questions: the words of each claim, of what surrounds it, and of who says it.
import type { Span, StanceArticle, StanceClaim } from '../types.ts'
import { topical, type Word, wordsOf, wordsOfText } from './words.ts'

export interface ClaimReading {
  readonly claim: StanceClaim
  readonly index: number
  readonly content: readonly Word[]
  /** Families of the content's meaningful words. */
  readonly stems: ReadonlySet<string>
  readonly cue: readonly Word[]
  readonly source: readonly Word[]
  /** The claim's paragraph without its content. */
  readonly around: readonly Word[]
  /** Content as it stands, pieces joined: for marks and openings that words alone do not show. */
  readonly quote: string
  readonly speakers: ReadonlySet<string>
  /** Speakers and those they are affiliated with. */
  readonly camp: ReadonlySet<string>
  /** Index of the paragraph, counted from the top. */
  readonly paragraph: number
  /** A judge, court, chair or interviewer speaks: somebody whose part is to ask. */
  readonly bench: boolean
  /** Index of the claim whose content encloses this one (hearsay), or null. */
  readonly outer: number | null
}

export interface ArticleReading {
  readonly title: readonly Word[]
  readonly claims: readonly ClaimReading[]
}

/** A paragraph longer than this is read only near the claim. */
const NEAR = 1_000

/** Words of a source that name one whose part is to ask and to weigh. */
const BENCH = new Set(
  'judge justice justices court panel chief magistrate chair chairman chairwoman tribunal bench master commissioner president senator member speaker interviewer reporter juror moderator'.split(
    ' ',
  ),
)

const known = new WeakMap<StanceArticle, ArticleReading>()

/** The reading of an article, kept as long as the article object lives. */
export function readingOf(article: StanceArticle): ArticleReading {
  const kept = known.get(article)
  if (kept !== undefined) return kept
  const breaks = paragraphBreaks(article.text)
  const benchSpeakers = new Set(
    article.claims.filter((claim) => saysBench(article.text, claim)).flatMap((claim) => claim.speakers),
  )
  const claims = article.claims.map((claim, index) => readClaim(article, claim, index, breaks, benchSpeakers))
  const reading = { title: wordsOfText(article.title), claims }
  known.set(article, reading)
  return reading
}

/** "she asked" is the judge's when she is "Justice" elsewhere: the speaker's key carries it over. */
const saysBench = (text: string, claim: StanceClaim): boolean =>
  wordsOf(text, claim.source).some((word) => BENCH.has(word.form))

/** Starts of paragraphs, ascending, 0 first. */
function paragraphBreaks(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\n+/g)) starts.push(match.index + match[0].length)
  return starts
}

/** Index of the last start at or before the offset. */
function paragraphAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function readClaim(
  article: StanceArticle,
  claim: StanceClaim,
  index: number,
  starts: readonly number[],
  benchSpeakers: ReadonlySet<string>,
): ClaimReading {
  const first = claim.content[0] ?? { start: 0, end: 0 }
  const paragraph = paragraphAt(starts, first.start)
  const content = wordsOf(article.text, claim.content)
  return {
    claim,
    index,
    content,
    stems: new Set(topical(content).map((word) => word.stem)),
    cue: wordsOf(article.text, claim.cue),
    source: wordsOf(article.text, claim.source),
    around: wordsOf(article.text, surroundings(article.text, claim.content, starts, paragraph)),
    quote: claim.content.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
    speakers: new Set(claim.speakers),
    camp: new Set([...claim.speakers, ...claim.affiliations]),
    paragraph,
    bench: saysBench(article.text, claim) || claim.speakers.some((speaker) => benchSpeakers.has(speaker)),
    outer: outerOf(article.claims, index),
  }
}

/** What of the paragraph lies before the first and after the last piece of content. */
function surroundings(
  text: string,
  content: readonly Span[],
  starts: readonly number[],
  paragraph: number,
): Span[] {
  const first = content[0]
  const last = content.at(-1)
  if (first === undefined || last === undefined) return []
  const begin = Math.max(starts[paragraph] ?? 0, first.start - NEAR)
  const end = Math.min(starts[paragraphAt(starts, last.start) + 1] ?? text.length, last.end + NEAR)
  return [
    { start: begin, end: first.start },
    { start: last.end, end: Math.max(last.end, end) },
  ]
}

/** Hearsay lies wholly inside an earlier claim's content; looking back a few claims finds the nearest one around it. */
function outerOf(claims: readonly StanceClaim[], index: number): number | null {
  const inner = claims[index]?.content[0]
  if (inner === undefined) return null
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const within = claims[at]?.content.some((span) => span.start <= inner.start && inner.end <= span.end)
    if (within === true) return at
  }
  return null
}
