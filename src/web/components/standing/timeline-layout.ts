// Where the columns of a timeline stand: one for each month, what the first side said above the line, the second below.

import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { Question } from '../../../../openapi/client/index.ts'
import { type Counted, inOrder } from './said.ts'

export interface Month extends Counted {
  /** YYYY-MM. */
  readonly month: string
}

export interface Segment {
  readonly slug: string
  readonly y: number
  readonly height: number
  /** How high of it is what people placed. */
  readonly placed: number
}

export interface Column {
  readonly month: Month
  readonly x: number
  readonly segments: readonly Segment[]
}

export interface TimelineLayout {
  readonly width: number
  readonly step: number
  /** Where the line between the sides is. */
  readonly line: number
  readonly columns: readonly Column[]
  readonly years: readonly { readonly year: string; readonly x: number }[]
}

/** Pixels that a column takes at least and at most, the air between included. */
const LEAST_STEP = 10
const MOST_STEP = 56
const ROOM_FOR_YEAR = 40
/** So that the outline of the highest column is seen whole. */
const EDGE = 1

/** Months since the year 0. */
const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** `months` in order. All positions are in pixels; with more than two sides everything stands above the line. */
export function timelineOf(
  question: Question,
  months: readonly Month[],
  width: number,
  height: number,
): TimelineLayout {
  const first = indexOf(months[0]?.month ?? '')
  const span = indexOf(months.at(-1)?.month ?? '') - first + 1
  const step = Math.max(LEAST_STEP, Math.min(MOST_STEP, width / span))
  const stacks = months.map((month) => stackOf(question, month))
  const above = max(stacks, ({ up }) => up) ?? 0
  const below = max(stacks, ({ down }) => down) ?? 0
  const scale = scaleLinear([0, Math.max(1, above + below)], [EDGE, height - EDGE])
  const line = scale(above)
  const unit = scale(1) - scale(0)
  return {
    width: step * span,
    step,
    line,
    columns: months.map((month, i) => ({
      month,
      x: (indexOf(month.month) - first) * step,
      segments: (stacks[i]?.parts ?? []).map(({ slug, from, n, placed }) => ({
        slug,
        y: line + from * unit,
        height: n * unit,
        placed: placed * unit,
      })),
    })),
    years: yearsOf(first, span, step),
  }
}

interface Part {
  readonly slug: string
  /** Where it begins, in claims below the line. */
  readonly from: number
  readonly n: number
  readonly placed: number
}

/** The undecided lie across the line, half on either side of it. */
function stackOf(
  question: Question,
  { counts, byPeople }: Month,
): { parts: Part[]; up: number; down: number } {
  const order = inOrder(question).map(({ slug, kind }) => ({
    slug,
    kind,
    n: counts[slug] ?? 0,
    placed: byPeople[slug] ?? 0,
  }))
  const all = order.reduce((sum, { n }) => sum + n, 0)
  const [top, middle] = order
  const up = order.length === 3 && top && middle?.kind === 'ambivalent' ? top.n + middle.n / 2 : all
  let from = -up
  const parts = order.flatMap(({ slug, n, placed }) => {
    const part = { slug, from, n, placed }
    from += n
    return n > 0 ? [part] : []
  })
  return { parts, up, down: all - up }
}

/** Where each year begins, as far apart as they can be read. */
function yearsOf(first: number, span: number, step: number) {
  const years: { year: string; x: number }[] = []
  for (let index = Math.ceil(first / 12) * 12; index < first + span; index += 12) {
    const x = (index - first) * step
    if (x - (years.at(-1)?.x ?? -Infinity) >= ROOM_FOR_YEAR && x + ROOM_FOR_YEAR <= span * step)
      years.push({ year: String(index / 12), x })
  }
  if (years.length === 0) years.push({ year: String(Math.floor(first / 12)), x: 0 })
  return years
}
