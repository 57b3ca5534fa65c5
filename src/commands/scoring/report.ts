// Runs the engine over a set and says how it did, in lines to print.
import type { Engine, ExtractedClaim, Extraction, Span } from '../../engine/index.ts'
import { calibrationError } from './calibration.ts'
import { type ComparableArticle, comparableArticle } from './comparable.ts'
import type { GoldArticle, GoldAttribution } from './gold.ts'
import { type Miss, missesOf } from './misses.ts'
import { matchesOf, type Rates, type SpanScore, scoreSpans } from './spans.ts'
import { type SpeakerScore, scoreSpeakers } from './speakers.ts'

export interface Evaluated {
  readonly article: GoldArticle
  readonly extraction: Extraction
  readonly comparable: ComparableArticle
}

export interface Scores {
  readonly articles: number
  readonly spans: SpanScore
  /** Absent when the set names no speakers. */
  readonly speakers: SpeakerScore | null
  /** Confidence against loose matches. */
  readonly calibrationError: number
}

export function evaluate(engine: Engine, articles: readonly GoldArticle[]): Evaluated[] {
  return articles.map((article) => {
    const extraction = engine.extract(article.text)
    return {
      article,
      extraction,
      comparable: comparableArticle(article.text, article.attributions, extraction.claims),
    }
  })
}

function spokenOf({ speakers }: Extraction, claim: ExtractedClaim) {
  return { names: claim.speakers.map((index) => speakers[index]?.name ?? ''), polarity: claim.polarity }
}

export function scoresOf(evaluated: readonly Evaluated[]): Scores {
  const comparables = evaluated.map(({ comparable }) => comparable)
  const judged = evaluated.flatMap(({ extraction, comparable }) => {
    const agreeing = matchesOf(comparable).filter(({ sourceAgrees }) => sourceAgrees)
    const right = new Set(agreeing.map(({ predicted }) => predicted))
    return extraction.claims.map(({ confidence }, index) => ({ confidence, right: right.has(index) }))
  })
  const named = evaluated.some(({ article }) => article.speakers.length > 0)
  const spoken = evaluated.map(({ article, extraction, comparable }) => ({
    article,
    ...comparable,
    spoken: extraction.claims.map((claim) => spokenOf(extraction, claim)),
  }))
  return {
    articles: evaluated.length,
    spans: scoreSpans(comparables),
    speakers: named ? scoreSpeakers(spoken) : null,
    calibrationError: calibrationError(judged),
  }
}

const percent = (value: number): string => (100 * value).toFixed(1).padStart(5)

const line = (name: string, { precision, recall, f1 }: Rates): string =>
  `  ${name.padEnd(16)} ${percent(precision)} ${percent(recall)} ${percent(f1)}`

export function table({ articles, spans, speakers, calibrationError: gap }: Scores): string[] {
  const { direct, indirect, mixed } = spans.looseByType
  const lines = [
    `  ${articles} articles, ${spans.gold} attributions annotated, ${spans.predicted} found`,
    `  ${''.padEnd(16)}     P     R    F1`,
    line('exact cue', spans.exact.cue),
    line('exact source', spans.exact.source),
    line('exact content', spans.exact.content),
    line('quote exact', spans.exact.quote),
    line('loose', spans.loose),
    line('loose direct', direct),
    line('loose indirect', indirect),
    line('loose mixed', mixed),
    `  attribution accuracy ${percent(spans.attributionAccuracy)}   calibration error of confidence ${gap.toFixed(3)}`,
  ]
  if (speakers) {
    const { accuracy, right, matched, endToEnd, gold, polarityAccuracy } = speakers
    lines.push(
      `  speakers ${percent(accuracy)} (${right} of ${matched} matched)   end to end ${percent(endToEnd)} of ${gold}   polarity ${percent(polarityAccuracy)}`,
    )
  }
  return lines
}

const textOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' \u2026 ')

function describe(evaluated: readonly Evaluated[], { kind, article, index }: Miss): string {
  const found = evaluated[article]
  if (!found) return ''
  const claims: readonly (GoldAttribution | ExtractedClaim)[] =
    kind === 'invented' ? found.extraction.claims : found.article.attributions
  const claim = claims[index]
  if (!claim) return ''
  const of = (spans: readonly Span[]) => textOf(found.article.text, spans)
  return `  ${kind} in ${found.article.id}: [${of(claim.source)}] <${of(claim.cue)}> ${of(claim.content)}`
}

export function missLines(evaluated: readonly Evaluated[], limit: number): string[] {
  const misses = missesOf(
    evaluated.map(({ comparable }) => comparable),
    limit,
  )
  return misses.map((miss) => describe(evaluated, miss))
}
