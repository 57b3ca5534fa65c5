// What the others hold who speak for the same cause: a speaker seldom changes sides within an article, an opponent seldom shares one.

import { type Belief, leanOf } from '../belief.ts'
import { add } from '../evidence/evidence.ts'
import type { ClaimEvidence } from '../evidence/index.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'

/** Sums over the claims of one speaker or camp. */
interface Tally {
  count: number
  readonly leans: number[]
  ambivalent: number
  off: number
}

export interface Tallies {
  readonly speakers: ReadonlyMap<string, Tally>
  readonly camps: ReadonlyMap<string, Tally>
  readonly all: Tally
}

const empty = (sides: number): Tally => ({
  count: 0,
  leans: new Array<number>(sides).fill(0),
  ambivalent: 0,
  off: 0,
})

function tally(into: Tally, belief: Belief, sign = 1): void {
  into.count += sign
  into.ambivalent += sign * belief.ambivalent
  into.off += sign * belief.off
  into.leans.forEach((sum, side) => {
    into.leans[side] = sum + sign * leanOf(belief, side)
  })
}

function tallyUnder(map: Map<string, Tally>, keys: ReadonlySet<string>, belief: Belief): void {
  for (const key of keys) {
    const entry = map.get(key) ?? empty(belief.sides.length)
    map.set(key, entry)
    tally(entry, belief)
  }
}

/** One walk over the article, so that the whole stays linear in its claims. */
export function talliesOf(article: ArticleReading, beliefs: readonly Belief[]): Tallies {
  const speakers = new Map<string, Tally>()
  const camps = new Map<string, Tally>()
  const all = empty(beliefs[0]?.sides.length ?? 0)
  article.claims.forEach((claim, index) => {
    const belief = beliefs[index]
    if (belief === undefined) return
    tallyUnder(speakers, claim.speakers, belief)
    tallyUnder(camps, claim.camp, belief)
    tally(all, belief)
  })
  return { speakers, camps, all }
}

/** `a` less `b`, never fewer than no claims: a claim with several speakers may have been counted twice. */
const less = (a: Tally, b: Tally): Tally => ({
  count: Math.max(0, a.count - b.count),
  leans: a.leans.map((lean, side) => lean - (b.leans[side] ?? 0)),
  ambivalent: a.ambivalent - b.ambivalent,
  off: a.off - b.off,
})

/** The largest of the keys' tallies: speakers of one claim mostly speak together, and adding them up would count claims twice. */
function under(map: ReadonlyMap<string, Tally>, keys: ReadonlySet<string>, sides: number): Tally {
  let best = empty(sides)
  for (const key of keys) {
    const entry = map.get(key)
    if (entry !== undefined && entry.count > best.count) best = entry
  }
  return best
}

/** Shares of the neutral positions in general; what is above them is news. */
const USUAL = { ambivalent: 0.16, off: 0.27 }

export function speakerEvidence(
  claim: ClaimReading,
  own: Belief,
  tallies: Tallies,
  into: ClaimEvidence,
): void {
  const self = empty(own.sides.length)
  tally(self, own)
  const spoken = claim.speakers.size > 0 ? under(tallies.speakers, claim.speakers, own.sides.length) : self
  const speaker = less(spoken, self)
  const camp =
    claim.camp.size > 0
      ? less(under(tallies.camps, claim.camp, own.sides.length), spoken)
      : empty(own.sides.length)
  const others = less(less(less(tallies.all, self), speaker), camp)
  for (const [name, group] of [
    ['speaker', speaker],
    ['camp', camp],
    ['others', others],
  ] as const) {
    weigh(name, group, into)
  }
}

function weigh(name: string, group: Tally, into: ClaimEvidence): void {
  const share = group.count + 1
  into.sides.forEach((bag, side) => {
    const lean = group.leans[side] ?? 0
    // What the rest of the debate holds is told by the line-up already.
    if (name !== 'others') add(bag, `${name} mean`, lean / share)
  })
  add(into.neutral, `${name} ambivalent`, (group.ambivalent - USUAL.ambivalent * group.count) / share)
  add(into.neutral, `${name} off`, (group.off - USUAL.off * group.count) / share)
  if (group.count === 0) add(into.neutral, `no ${name}`)
}
