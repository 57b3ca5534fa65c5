// Cuts a stretch of text where marks begin and end, so that nested, overlapping and discontinuous marks can all be drawn.

export interface Range {
  readonly start: number
  readonly end: number
}

/** What words do for a claim: they are what is said, report it, or name who says it. */
export type Part = 'content' | 'cue' | 'source'

export interface Mark extends Range {
  /** Of the claim. */
  readonly id: string
  readonly part: Part
}

/** Words that the same marks cover; all of them together are the stretch. */
export interface Segment extends Range {
  /** The outermost first. */
  readonly marks: readonly Mark[]
}

const lengthOf = ({ start, end }: Range): number => end - start
const outermostFirst = (a: Mark, b: Mark): number => lengthOf(b) - lengthOf(a) || a.start - b.start

/** Example: `ab[c{d]e}f` gives `ab`, `c` in [, `d` in [ and {, `e` in {, and `f`. */
export function segmentsOf(stretch: Range, given: readonly Mark[]): Segment[] {
  const marks = given
    .filter(({ start, end }) => start < end && start < stretch.end && end > stretch.start)
    .sort((a, b) => a.start - b.start)
  const segments: Segment[] = []
  const cuts = cutsOf(stretch, marks)
  let waiting = 0
  let covering: Mark[] = []
  cuts.slice(0, -1).forEach((start, i) => {
    covering = covering.filter(({ end }) => end > start)
    for (let next = marks[waiting]; next && next.start <= start; next = marks[++waiting])
      if (next.end > start) covering.push(next)
    segments.push({ start, end: cuts[i + 1] ?? start, marks: [...covering].sort(outermostFirst) })
  })
  return segments
}

function cutsOf({ start, end }: Range, marks: readonly Mark[]): number[] {
  const inside = marks.flatMap((mark) => [mark.start, mark.end]).filter((at) => at > start && at < end)
  return [...new Set([start, ...inside, end])].sort((a, b) => a - b)
}

/** The marks of each of the stretches, which are in order and apart; a mark over several is in each of them. */
export function marksOfEach(stretches: readonly Range[], marks: readonly Mark[]): Mark[][] {
  const found = stretches.map((): Mark[] => [])
  for (const mark of marks)
    for (let i = firstEndingAfter(stretches, mark.start); i < stretches.length; i++) {
      const stretch = stretches[i]
      if (!stretch || stretch.start >= mark.end) break
      found[i]?.push(mark)
    }
  return found
}

/** Which stretch holds an offset; of one between two, the later; the last when it is past all. */
export function stretchAt(stretches: readonly Range[], at: number): number {
  return Math.min(firstEndingAfter(stretches, at), stretches.length - 1)
}

function firstEndingAfter(stretches: readonly Range[], at: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
