// What a curator's changes to a speaker send, and what a merge moves: without a browser.

import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../openapi/client/index.ts'
import {
  changeOf,
  type Draft,
  differencesOf,
  draftOf,
  isSameSpeaker,
  onTopOf,
} from '../../src/web/views/speakers/draft.ts'
import { movingFrom } from '../../src/web/views/speakers/moving.ts'

const KESTREL = { speakerId: 'spk_kestrel', name: 'Kestrel Mail', role: 'counsel' }
const speaker = (given: Partial<Speaker> = {}): Speaker => ({
  id: 'spk_ida',
  name: 'Ida Orme',
  kind: 'person',
  aliases: ['Orme'],
  affiliations: [KESTREL],
  claimCount: 3,
  createdAt: '2021-01-01T00:00:00.000Z',
  updatedAt: '2021-01-01T00:00:00.000Z',
  ...given,
})

describe('a change', () => {
  it.each<[Partial<Draft>, object]>([
    [{}, {}],
    [{ name: 'Ida B. Orme' }, { name: 'Ida B. Orme' }],
    [{ aliases: 'Orme\n' }, {}],
    [{ aliases: ' Orme \n\nMs Orme' }, { aliases: ['Orme', 'Ms Orme'] }],
    [{ affiliations: [] }, { affiliations: [] }],
    [
      { affiliations: [{ ...KESTREL, role: ' ' }] },
      { affiliations: [{ speakerId: 'spk_kestrel', role: null }] },
    ],
  ])('of %j sends %j', (part, sent) => {
    expect(changeOf({ ...draftOf(speaker()), ...part }, speaker())).toEqual(sent)
  })

  it('that others overtook is laid over theirs, and the two are told apart', () => {
    const base = speaker()
    const theirs = speaker({ kind: 'group', aliases: ['Orme', 'I. Orme'], claimCount: 9 })
    const mine = { ...draftOf(base), name: 'Ida B. Orme' }
    expect(isSameSpeaker(base, speaker({ claimCount: 9, updatedAt: 'later' }))).toBe(true)
    expect(isSameSpeaker(base, theirs)).toBe(false)
    expect(onTopOf(theirs, mine, base)).toEqual({ ...draftOf(theirs), name: 'Ida B. Orme' })
    expect(differencesOf(mine, draftOf(theirs))).toEqual([
      { what: 'Name', mine: 'Ida B. Orme', theirs: 'Ida Orme' },
      { what: 'Kind', mine: 'person', theirs: 'group' },
      { what: 'Other names', mine: 'Orme', theirs: 'Orme, I. Orme' },
    ])
  })
})

describe('a merge', () => {
  it('moves claims, and what the other one does not have yet', () => {
    const from = speaker({ id: 'spk_other', name: 'Ms Orme', aliases: ['orme'], affiliations: [KESTREL] })
    expect(movingFrom(from, speaker({ affiliations: [] }))).toEqual({
      claims: 3,
      names: ['Ms Orme'],
      affiliations: ['Kestrel Mail'],
    })
    expect(movingFrom(from, speaker()).affiliations).toEqual([])
    expect(movingFrom(from, speaker({ id: 'spk_kestrel', affiliations: [] })).affiliations).toEqual([])
  })
})
