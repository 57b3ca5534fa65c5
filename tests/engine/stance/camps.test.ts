// How claims line up by side: who is linked with whom, and what the links do to beliefs.
import { describe, expect, it } from 'vitest'
import type { Belief } from '../../../src/engine/stance/belief.ts'
import { lineUp, type Pull } from '../../../src/engine/stance/camps/line-up.ts'
import { linksOf } from '../../../src/engine/stance/camps/links.ts'
import { rarityFrom } from '../../../src/engine/stance/rarity.ts'
import { readingOf } from '../../../src/engine/stance/reading.ts'
import { articleOf } from './greenhouse.ts'

const RARITY = rarityFrom(new Map())

/** A claim that leans to side A by so much; a fifth of its probability lies with neither. */
const leaning = (a: number): Belief => ({ sides: [0.8 * a, 0.8 * (1 - a)], ambivalent: 0.1, off: 0.1 })
const ON_A: Belief = { sides: [1, 0], ambivalent: 0, off: 0 }
const OFF: Belief = { sides: [0, 0], ambivalent: 0, off: 1 }

const agree = (first: number, second: number): Pull => ({ first, second, pull: 3 })
const oppose = (first: number, second: number): Pull => ({ first, second, pull: -3 })

/** "A" or "B" for each claim, by the larger share. */
const sides = (beliefs: readonly Belief[]): string =>
  beliefs.map(({ sides: [a = 0, b = 0] }) => (a === b ? '=' : a > b ? 'A' : 'B')).join('')

describe('lining up', () => {
  const examples: [
    what: string,
    leans: number[],
    pulls: Pull[],
    decided: (Belief | null)[],
    expected: string,
  ][] = [
    ['without links words decide', [0.6, 0.4], [], [], 'AB'],
    ['a speaker keeps to the side of the clearer claim', [0.9, 0.45], [agree(0, 1)], [], 'AA'],
    ['an opponent of the clearer claim is on the other side', [0.9, 0.55], [oppose(0, 1)], [], 'AB'],
    ['the friend of an opponent is an opponent', [0.9, 0.5, 0.5], [oppose(0, 1), agree(1, 2)], [], 'ABB'],
    ['what people decided moves those linked with it', [0.4, 0.45], [agree(0, 1)], [ON_A, null], 'AA'],
    [
      'a decision that a claim is off the question pulls nobody',
      [0.9, 0.45],
      [agree(0, 1)],
      [OFF, null],
      'AB',
    ],
    [
      'most of a debate turns a claim that was read the wrong way round',
      [0.55, 0.8, 0.2, 0.8],
      [oppose(0, 1), agree(1, 3), oppose(1, 2), agree(0, 2)],
      [],
      'BABA',
    ],
    ['an even debate stays even', [0.5, 0.5], [agree(0, 1)], [], '=='],
  ]
  it.each(examples)('%s', (_what, leans, pulls, decided, expected) => {
    expect(sides(lineUp(leans.map(leaning), pulls, decided))).toBe(expected)
  })

  it('deals out the probability of the sides anew and leaves the rest alone', () => {
    const [first] = lineUp([leaning(0.4), leaning(0.9)], [agree(0, 1)])
    expect(first?.sides.reduce((a, b) => a + b, 0)).toBeCloseTo(0.8)
    expect([first?.ambivalent, first?.off]).toEqual([0.1, 0.1])
  })

  it('takes questions with one side, with three, with none, and articles without claims', () => {
    const beliefs = (count: number): Belief[] =>
      [0, 1].map(() => ({ sides: new Array<number>(count).fill(0.5 / count), ambivalent: 0.25, off: 0.25 }))
    for (const count of [0, 1, 3]) {
      const lined = lineUp(beliefs(count), [agree(0, 1)])
      expect(lined.flatMap((belief) => belief.sides).every(Number.isFinite)).toBe(true)
    }
    expect(lineUp([], [])).toEqual([])
  })
})

describe('links', () => {
  const linked = (text: string): string[] =>
    linksOf(readingOf(articleOf(text)), RARITY).map(
      ({ first, second, kind }) => `${first}-${second} ${kind.split('|')[0]}`,
    )

  it('tell the speaker from the others', () => {
    expect(
      linked(
        '[Odo Fenwick] {said} <it has walls>.\n[Mina Halloway] {said} <so has a hedge>.\n[Odo Fenwick] {said} <no>.',
      ),
    ).toEqual(['0-1 other camp', '0-2 same speaker', '1-2 other camp'])
  })

  it('reach six claims, or forty within a camp, so that their number grows with the article and not with its square', () => {
    const one = (name: string, i: number) => `[${name}] {said} <greenhouse number ${i} has a door>.`
    const strangers = Array.from({ length: 100 }, (_, i) => one(`Neighbour ${i}`, i)).join('\n')
    const alone = Array.from({ length: 100 }, (_, i) => one('Odo Fenwick', i)).join('\n')
    expect(linked(strangers)).toHaveLength(6 * 100 - 21)
    expect(linked(alone)).toHaveLength(40 * 100 - 820)
  })
})
