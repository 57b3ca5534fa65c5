// What is known of those who speak: canonical name, kind, other names, and for whom they speak.
import { describe, expect, test } from 'vitest'
import type { ExtractedSpeaker } from '../../../src/engine/types.ts'
import { extractionOf } from './marked.ts'

function speaker(marked: string, name: string): ExtractedSpeaker | undefined {
  return extractionOf(marked).speakers.find((one) => one.name === name)
}

/** "Marram Ltd: general counsel" for each affiliation. */
function affiliationsIn(marked: string, name: string): string[] {
  const { speakers } = extractionOf(marked)
  const found = speakers.find((one) => one.name === name)
  return (found?.affiliations ?? []).map((one) => `${speakers[one.speaker]?.name}: ${one.role}`)
}

describe('a public body known by many names', () => {
  const OWN = [
    '[The US Department of Justice (DoJ)] <said> {the levy was lawful}.',
    '[The Justice Department] <said> {the levy was lawful}.',
    '[The DoJ] <said> {the levy was lawful}.',
  ]
  test.each(OWN)('%s', (marked) => {
    const [body] = extractionOf(marked).speakers
    expect([body?.name, ...(body?.aliases ?? [])]).toEqual(
      expect.arrayContaining(['Department of Justice', 'US Department of Justice', 'DoJ']),
    )
    expect(body?.kind).toBe('government')
  })

  test('goes by its full name without the country', () => {
    expect(speaker(OWN[0] ?? '', 'Department of Justice')?.kind).toBe('government')
  })
})

describe('for whom somebody speaks', () => {
  const EXAMPLES = [
    ['[Ida Quill, executive vice-president and general counsel for Marram,] <said> {it was}.', 'Marram'],
    ['The tide took Marram by surprise. [Marram counsel Ida Quill] <said> {it was}.', 'Marram'],
    ['[Ida Quill, a lawyer for the Harbour Board,] <said> {it was}.', 'Harbour Board'],
    ['[Marram’s general counsel, Ida Quill,] <said> {it was}.', 'Marram'],
    ['Marram Ltd lost. [Its chief executive, Ida Quill,] <said> {it was}.', 'Marram Ltd'],
  ] as const
  test.each(EXAMPLES)('%s', (marked, body) => {
    expect(affiliationsIn(marked, 'Ida Quill').map((one) => one.split(':')[0])).toEqual([body])
  })
})

describe('kinds', () => {
  const EXAMPLES = [
    ['[Ida Quill] <said> {it was}.', 'Ida Quill', 'person'],
    ['[Marram Holdings plc] <said> {it was}.', 'Marram Holdings plc', 'organization'],
    ['[The Ministry of Dykes] <said> {it was}.', 'Ministry of Dykes', 'government'],
    ['[The High Court of Marram] <held> {it was}.', 'High Court of Marram', 'court'],
    ['[The Marram Gazette] <reported> {it was}.', 'Marram Gazette', 'publication'],
    ['[Privacy groups] <say> {it was}.', 'privacy groups', 'group'],
  ] as const
  test.each(EXAMPLES)('%s', (marked, name, kind) => {
    expect(speaker(marked, name)?.kind).toBe(kind)
  })
})
