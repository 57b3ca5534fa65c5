// Where each mark of the field stands: across by what was said, down as far as there is room, the weightiest on top.

import type { Group } from './groups.ts'

export interface Mark {
  readonly group: Group
  /** Centre and radius of the circle. */
  readonly x: number
  readonly y: number
  readonly r: number
  /** The name beside it, on the side where there is room. */
  readonly label: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' }
  /** Whether its name is shown only when one points at it: there is no room for all. */
  readonly isInCrowd: boolean
  /** What it takes up, and where it can be hit. */
  readonly box: Box
}

export interface Field {
  readonly marks: readonly Mark[]
  readonly height: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Pixels: the smallest circle that can be hit, the height of a line of text, and air. */
const LEAST_RADIUS = 7
const LINE = 22
const GAP = 3
/** How far down marks have names beside them; below it, and in the gaps above, stands the crowd. */
const NAMED_TO = 640
const MOST_NAMED = 60
const BESIDE = 6

/**
 * `widthOf`: of a name, in pixels. `columns`: how many the sides and the undecided stand in, where they are not two with
 * the undecided between. Those who said nothing on the question have no place in it.
 */
export function fieldOf(
  groups: readonly Group[],
  width: number,
  widthOf: (name: string) => number,
  columns = 0,
): Field {
  const spoken = groups.filter(({ place }) => place !== null).sort((a, b) => b.spoken - a.spoken)
  const greatest = Math.max(14, Math.min(36, width / 24))
  // Areas are as the claims are; of a small corpus nobody is made to look great.
  const scale = greatest / Math.sqrt(Math.max(9, spoken[0]?.spoken ?? 0))
  const mostNamed = width < 480 ? MOST_NAMED / 3 : MOST_NAMED
  const room = Math.min(200, columns > 0 ? width / columns - 2 * greatest - BESIDE : width * 0.42)
  const named = (name: string, x: number, r: number) => {
    const text = shortened(name, (shown) => widthOf(shown) <= room)
    return labelOf(text, widthOf(text), x, r, columns > 0 || x <= width / 2)
  }
  const taken: Box[] = []
  const marks: Mark[] = []
  for (const [index, group] of spoken.entries()) {
    const r = Math.max(LEAST_RADIUS, scale * Math.sqrt(group.spoken))
    const x = greatest + (group.place ?? 0) * (width - 2 * greatest)
    const label = named(group.name, x, r)
    const beside = index < mostNamed ? below(taken, x, r, label) : null
    const isInCrowd = beside === null || beside.y > NAMED_TO
    const at = isInCrowd ? crowded(taken, x, r, width) : beside
    const box = boxOf(at.x, at.y, r, isInCrowd ? null : label)
    taken.push(box)
    const shown = isInCrowd ? named(group.name, at.x, r) : label
    marks.push({ group, r, label: shown, isInCrowd, box, ...at })
  }
  return { marks, height: Math.ceil(Math.max(0, ...taken.map(({ bottom }) => bottom)) + GAP) }
}

type Label = Mark['label'] & { readonly end: number }

/** In the left half to the right of its circle, in the right one to the left: so it never leaves the field. */
function labelOf(text: string, width: number, x: number, r: number, isToTheRight: boolean): Label {
  const start = isToTheRight ? x + r + BESIDE : x - r - BESIDE
  return {
    text,
    x: start,
    end: isToTheRight ? start + width : start - width,
    anchor: isToTheRight ? 'start' : 'end',
  }
}

/** Whole words as far as they fit, so that what is seen is said as well; part of a word only where the first is too long. */
function shortened(name: string, fits: (shown: string) => boolean): string {
  if (fits(name)) return name
  const words = name.split(' ')
  while (words.length > 1) {
    words.pop()
    const shown = `${words.join(' ')}…`
    if (fits(shown)) return shown
  }
  let length = words[0]?.length ?? 0
  while (length > 1 && !fits(`${name.slice(0, length)}…`)) length--
  return `${name.slice(0, length)}…`
}

function boxOf(x: number, y: number, r: number, label: Label | null): Box {
  const half = Math.max(r, label ? LINE / 2 : 0) + GAP / 2
  return {
    left: Math.min(x - r, label?.end ?? x) - GAP,
    right: Math.max(x + r, label?.end ?? x) + GAP,
    top: y - half,
    bottom: y + half,
  }
}

/** As high as it can stand without touching what stands there. */
function below(taken: readonly Box[], x: number, r: number, label: Label | null): { x: number; y: number } {
  const { left, right, top, bottom } = boxOf(x, 0, r, label)
  const height = bottom - top
  const inTheWay = taken.filter((one) => one.left < right && left < one.right).sort((a, b) => a.top - b.top)
  let free = 0
  for (const one of inTheWay) {
    if (one.top >= free + height) break
    free = Math.max(free, one.bottom)
  }
  return { x, y: free + height / 2 }
}

/** How far from its place a mark without a name may stand, as a share of the width: a crowd is no queue. */
const MOST_SHIFT = 0.08

function crowded(taken: readonly Box[], x: number, r: number, width: number): { x: number; y: number } {
  const step = (x <= width / 2 ? 1 : -1) * (2 * r + GAP)
  const shifts = Math.floor((width * MOST_SHIFT) / Math.abs(step))
  return Array.from({ length: shifts + 1 }, (_, shift) => below(taken, x + shift * step, r, null)).reduce(
    (best, one) => (one.y < best.y ? one : best),
  )
}
