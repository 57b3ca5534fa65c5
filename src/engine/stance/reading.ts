// Reads an article once for all questions: the words of each claim, of what surrounds it, and of who says it.
import type { Span, StanceArticle, StanceClaim } from '../types.ts'
import { type Paragraphs, paragraphsOf } from './paragraphs.ts'
import { distinct, type Word, wordsOfText } from './words.ts'

export interface ClaimReading {
  readonly claim: StanceClaim
  readonly index: number
  readonly content: readonly Word[]
  /** Meaningful words, the first of each family: of the content, and of its paragraphs around it. */
  readonly topics: readonly Word[]
  readonly around: readonly Word[]
  readonly cue: readonly Word[]
  readonly source: readonly Word[]
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
  /** By speaker's key: how many of the claims are theirs. */
  readonly timesSpoken: ReadonlyMap<string, number>
  /** Share of the claims that have no cue, as in a transcript. */
  readonly transcript: number
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
  const paragraphs = paragraphsOf(article.text)
  const sources = article.claims.map((claim) => paragraphs.words(claim.source))
  const bench = new Set(
    article.claims.flatMap((claim, index) => (saysBench(sources[index]) ? claim.speakers : [])),
  )
  const claims = article.claims.map((claim, index) => readClaim(article, claim, index, paragraphs, bench))
  const timesSpoken = new Map<string, number>()
  for (const { speakers } of claims) {
    for (const speaker of speakers) timesSpoken.set(speaker, (timesSpoken.get(speaker) ?? 0) + 1)
  }
  const transcript = claims.filter((claim) => claim.cue.length === 0).length / Math.max(1, claims.length)
  const reading = { title: distinct(wordsOfText(article.title)), claims, timesSpoken, transcript }
  known.set(article, reading)
  return reading
}

const saysBench = (source: readonly Word[] | undefined): boolean =>
  source?.some((word) => BENCH.has(word.form)) ?? false

/** "she asked" is the judge's when she is "Justice" elsewhere: `bench` holds the keys of such speakers. */
function readClaim(
  article: StanceArticle,
  claim: StanceClaim,
  index: number,
  paragraphs: Paragraphs,
  bench: ReadonlySet<string>,
): ClaimReading {
  const content = paragraphs.words(claim.content)
  const source = paragraphs.words(claim.source)
  return {
    claim,
    index,
    content,
    topics: distinct(content),
    around: distinct(paragraphs.words(surroundings(claim.content, paragraphs))),
    cue: paragraphs.words(claim.cue),
    source,
    quote: claim.content.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
    speakers: new Set(claim.speakers),
    camp: new Set([...claim.speakers, ...claim.affiliations]),
    paragraph: paragraphs.at(claim.content[0]?.start ?? 0),
    bench: saysBench(source) || claim.speakers.some((speaker) => bench.has(speaker)),
    outer: outerOf(article.claims, index),
  }
}

/** What of the paragraph lies before the first and after the last piece of content. */
function surroundings(content: readonly Span[], paragraphs: Paragraphs): Span[] {
  const first = content[0]
  const last = content.at(-1)
  if (first === undefined || last === undefined) return []
  const begin = Math.max(paragraphs.span(paragraphs.at(first.start)).start, first.start - NEAR)
  const end = Math.min(paragraphs.span(paragraphs.at(last.start)).end, last.end + NEAR)
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
