// Annotated articles as the trainer wants them: spans turned into token ranges of a document.
import { type Document, read } from '../document.ts'
import { firstEndingAfter } from '../span.ts'

export interface AnnotatedArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly AnnotatedAttribution[]
}

type Offsets = readonly [number, number]

export interface AnnotatedAttribution {
  readonly source: readonly Offsets[]
  readonly cue: readonly Offsets[]
  readonly content: readonly Offsets[]
}

export interface TokenRange {
  readonly first: number
  readonly last: number
}

export interface Frame {
  readonly source: readonly TokenRange[]
  readonly cue: readonly TokenRange[]
  readonly content: readonly TokenRange[]
}

export interface TrainingArticle {
  readonly id: string
  readonly document: Document
  readonly frames: readonly Frame[]
  /** How much each of its sequences counts. */
  readonly weight: number
}

/** Spans widened to whole tokens; pieces that touch become one. */
function rangesOf(document: Document, spans: readonly Offsets[]): TokenRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const first = firstEndingAfter(document.tokens, start)
    let last = first
    while ((document.tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last++
    if (last === first) continue
    const before = ranges.at(-1)
    if (before && first <= before.last) before.last = Math.max(before.last, last)
    else ranges.push({ first, last })
  }
  return ranges
}

export function trainingArticle(article: AnnotatedArticle, weight: number): TrainingArticle {
  const document = read(article.text)
  const frames = article.attributions.map(({ source, cue, content }) => ({
    source: rangesOf(document, source),
    cue: rangesOf(document, cue),
    content: rangesOf(document, content),
  }))
  return { id: article.id, document, frames, weight }
}

const within = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.first <= inner.first && inner.last <= outer.last

/** Whether any of the frame's parts lies inside another frame's content. */
export const isNested = (frame: Frame, frames: readonly Frame[]): boolean =>
  frames.some(
    (other) =>
      other !== frame &&
      other.content.some((outer) =>
        [...frame.content, ...frame.cue, ...frame.source].some(
          (inner) => within(inner, outer) && inner.last - inner.first < outer.last - outer.first,
        ),
      ),
  )
