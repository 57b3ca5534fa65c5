// What somebody who tags has ahead and behind, which key does what, and which words they are shown: by examples.

import { describe, expect, it } from 'vitest'
import type { ClaimToTag, Refused } from '../../openapi/client/index.ts'
import { passageOf } from '../../src/web/components/in-context/passage.ts'
import { keysFor, nextConfidence } from '../../src/web/frame/position-keys.ts'
import { draftOf, nothingRead, reduceReading, type Step } from '../../src/web/views/tag/reading.ts'

const claim = (id: string) => ({ id, lease: { id: `lease-${id}`, expiresAt: '' } }) as ClaimToTag
const sent = (position: string, rationale = '') => ({ question: 'q', position, confidence: 0.75, rationale })
const flowAfter = (...steps: Step[]) => steps.reduce(reduceReading, nothingRead)
const came = (...ids: string[]): Step => ({ what: 'came', claims: ids.map(claim) })
const ids = (reading: ReturnType<typeof flowAfter>) => ({
  ahead: reading.ahead.map(({ id }) => id).join(' '),
  done: reading.done.map((one) => `${one.claim.id}:${one.tagId ?? '?'}`).join(' '),
})

describe('the reading flow', () => {
  it.each<[string, Step[], { ahead: string; done: string }]>([
    ['claims come in order', [came('a', 'b')], { ahead: 'a b', done: '' }],
    [
      'and once, though the queue names them again',
      [came('a', 'b'), came('b', 'c')],
      { ahead: 'a b c', done: '' },
    ],
    [
      'the next is there before the tag is stored',
      [came('a', 'b'), { what: 'tagged', claimId: 'a', sent: sent('x') }],
      { ahead: 'b', done: 'a:?' },
    ],
    [
      'the queue may still name what has just been tagged',
      [came('a', 'b'), { what: 'tagged', claimId: 'a', sent: sent('x') }, came('a', 'b', 'c')],
      { ahead: 'b c', done: 'a:?' },
    ],
    [
      'a stored tag has an id',
      [
        came('a', 'b'),
        { what: 'tagged', claimId: 'a', sent: sent('x') },
        { what: 'stored', claimId: 'a', tagId: 't1' },
      ],
      { ahead: 'b', done: 'a:t1' },
    ],
    [
      'a refused one brings its claim back to the front',
      [
        came('a', 'b'),
        { what: 'tagged', claimId: 'a', sent: sent('x') },
        { what: 'refused', claimId: 'a', refusal: {} as Refused },
      ],
      { ahead: 'a b', done: '' },
    ],
    [
      'what is undone comes back to the front',
      [came('a', 'b'), { what: 'tagged', claimId: 'a', sent: sent('x') }, { what: 'undone', claimId: 'a' }],
      { ahead: 'a b', done: '' },
    ],
    [
      'what is skipped comes last',
      [came('a', 'b', 'c'), { what: 'skipped', claimId: 'a' }],
      { ahead: 'b c a', done: '' },
    ],
    ['what is left goes', [came('a', 'b'), { what: 'dropped', claimId: 'a' }], { ahead: 'b', done: '' }],
    [
      'a tag of something unknown changes nothing',
      [came('a'), { what: 'tagged', claimId: 'z', sent: sent('x') }],
      { ahead: 'a', done: '' },
    ],
  ])('%s', (_name, steps, expected) => {
    expect(ids(flowAfter(...steps))).toEqual(expected)
  })

  it('keeps what was said of a claim that comes back, and forgets its lease', () => {
    const reading = flowAfter(
      came('a', 'b'),
      { what: 'tagged', claimId: 'a', sent: sent('x', 'since it says so') },
      { what: 'undone', claimId: 'a' },
    )
    expect(draftOf(reading, 'a')).toEqual({ confidence: 0.75, rationale: 'since it says so' })
    expect(reading.ahead[0]?.lease).toBe(null)
  })

  it('keeps what was typed of a claim that is skipped', () => {
    const reading = flowAfter(
      came('a', 'b'),
      { what: 'drafted', claimId: 'a', draft: { rationale: 'hm' } },
      { what: 'skipped', claimId: 'a' },
    )
    expect(draftOf(reading, 'a').rationale).toBe('hm')
  })
})

describe('keys', () => {
  it.each([
    [['Records', 'Letters'], { '1': 'records', '2': 'letters', l: 'letters' }],
    [['For', 'Firmly against'], { '1': 'for', '2': 'firmly against' }],
    [['Überall', 'Nowhere'], { '1': 'überall', ü: 'überall', '2': 'nowhere', n: 'nowhere' }],
    [['“Yes”', '2nd'], { '1': '“yes”', '2': '2nd' }],
  ])('of %j', (labels, expected) => {
    const positions = labels.map((label) => ({ slug: label.toLowerCase(), label }))
    expect(Object.fromEntries(keysFor(positions, ['u', 's', 'r']).positionOf)).toEqual(expected)
  })

  it('has ten positions and numbers for nine', () => {
    const many = Array.from({ length: 10 }, (_, index) => ({ slug: `p${index}`, label: 'Position' }))
    expect(keysFor(many).keysOf.get('p9')).toEqual([])
  })

  it.each([
    [undefined, 1, 0.5],
    [0.5, 1, 0.75],
    [0.95, 1, 0.95],
    [0.5, -1, undefined],
    [undefined, -1, undefined],
  ] as const)('from %s by %s to %s', (from, by, to) => {
    expect(nextConfidence(from, by)).toBe(to)
  })
})

describe('the passage', () => {
  const span = (text: string, exact: string) => {
    const start = text.indexOf(exact)
    return { start, end: start + exact.length, exact }
  }
  const shown = (text: string, content: string[], cue: string[] = [], source: string[] = []) => {
    const marked = {
      content: content.map((one) => span(text, one)),
      cue: cue.map((one) => span(text, one)),
      source: source.map((one) => span(text, one)),
    }
    const { pieces, cutBefore, cutAfter } = passageOf(text, marked)
    const words = pieces.map((piece) => (piece.part ? `[${piece.part} ${piece.text}]` : piece.text)).join('')
    return `${cutBefore ? '…' : ''}${words}${cutAfter ? '…' : ''}`
  }

  it('is the paragraph of the claim', () => {
    const text = 'One.\n\nThe mayor said it rains. So it goes.\n\nThree.'
    expect(shown(text, ['it rains'], ['said'], ['The mayor'])).toBe(
      '[source The mayor] [cue said] [content it rains]. So it goes.',
    )
  })

  it.each([
    ['One.\n\nThe claim.', 'One.'],
    ['The claim.', ''],
    [`${'word '.repeat(200)}end.\n\nThe claim.`, `… ${'word '.repeat(79)}end.`],
  ])('has the paragraph before it: %#', (text, before) => {
    const marked = { content: [span(text, 'The claim')], cue: [], source: [] }
    expect(passageOf(text, marked).before).toBe(before)
  })

  it('runs over paragraphs where the claim does, and over pieces', () => {
    const text = 'Zero.\n“First half,\n“second half,” said Orla Quist. “Third.”\nEnd.'
    expect(shown(text, ['First half,', 'second half,', 'Third.'])).toBe(
      '“[content First half,]\n“[content second half,]” said Orla Quist. “[content Third.]”',
    )
  })

  it('is cut between words where a paragraph has no end', () => {
    const text = `${'word '.repeat(400)}claim${' word'.repeat(400)}`
    const words = shown(text, ['claim'])
    expect(words).toMatch(/^…(word )+\[content claim\]( word)+…$/)
    expect(words.length).toBeLessThan(1500)
  })

  it('gives content before cue where they overlap, and empty spans nothing', () => {
    const text = 'Ann said that Bo said no.'
    expect(shown(text, ['that Bo said no'], ['said'])).toBe('Ann [cue said] [content that Bo said no].')
  })
})
