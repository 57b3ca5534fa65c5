import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type ExtractedClaim, type Span } from '../../src/engine/index.ts'

const weights = (name: string) => readFileSync(new URL(`../../src/engine/weights/${name}`, import.meta.url))
const engine = createEngine({ claims: weights('claims.bin'), stance: new Uint8Array(0) })

/** Scraps of news, joined at random: enough cues and marks that claims are found, and enough oddity to break things. */
const scrap = fc.oneof(
  fc.constantFrom(
    ...(
      "Orla Fenn|the guild|said|denied|asked|that|whether|the lock held|“|”|\"|'|‘|’|''|``|«|»|,|.|?|:|;|—|(|)|[|]|\n|\n\n|’s|n’t|Q.|A.|" +
      'JUDGE ORME:|MS. FENN:|according to|told reporters|“We keep it,”|she added|Read more|........|🔑|é|\u0301|\u200b|\u2028|\r\n|\t'
    ).split('|'),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 4 }),
)
const oddText = fc
  .array(fc.tuple(scrap, fc.constantFrom(' ', ' ', '', '\n\n')), { maxLength: 80 })
  .map((parts) => parts.flat().join(''))

/** Plain reporting, one paragraph. */
const sentence = fc
  .record({
    who: fc.constantFrom('Orla Fenn', 'The guild', 'Judge Orme', 'She', 'A spokesman for Fenn Locks'),
    cue: fc.constantFrom('said', 'denied', 'argued', 'told the court', 'warned'),
    what: fc.constantFrom(
      'that the lock held',
      'the key was “never lost”',
      '“We keep the key”',
      'it would rust',
    ),
  })
  .map(({ who, cue, what }) => `${who} ${cue} ${what}.`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))

const spansOf = ({ content, cue, source }: ExtractedClaim): Span[] => [...content, ...cue, ...source]
const inOrder = (spans: readonly Span[]) =>
  spans.every(({ start }, i) => i === 0 || start >= (spans[i - 1]?.end ?? 0))
const within = (inner: Span, outers: readonly Span[]) =>
  outers.some(({ start, end }) => start <= inner.start && inner.end <= end)

describe('any text at all', () => {
  it('gives claims whose spans lie inside it, in order, and cut no character in two', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        for (const claim of engine.extract(text).claims) {
          expect(claim.content.length).toBeGreaterThan(0)
          for (const spans of [claim.content, claim.cue, claim.source]) expect(inOrder(spans)).toBe(true)
          for (const { start, end } of spansOf(claim)) {
            expect(0 <= start && start < end && end <= text.length).toBe(true)
            expect(/^\s|\s$/u.test(text.slice(start, end))).toBe(false)
            for (const edge of [start, end]) expect(splitsPair(text, edge)).toBe(false)
          }
          expect(claim.confidence).toBeGreaterThanOrEqual(0)
          expect(claim.confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lists claims by their first content, parents that enclose their children, speakers that exist', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { claims, speakers } = engine.extract(text)
        expect(
          inOrder(
            claims.map(({ content }) => ({ start: content[0]?.start ?? 0, end: content[0]?.start ?? 0 })),
          ),
        ).toBe(true)
        claims.forEach((claim, index) => {
          const parent = claim.parent === null ? null : claims[claim.parent]
          expect(claim.parent).not.toBe(index)
          if (parent) for (const span of claim.content) expect(within(span, parent.content)).toBe(true)
          for (const speaker of claim.speakers) expect(speakers[speaker]).toBeDefined()
        })
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(engine.extract(text)).toEqual(engine.extract(text))
      }),
      { numRuns: 50 },
    )
  })
})

/** A boundary between the halves of a surrogate pair, or inside a doubled mark. */
function splitsPair(text: string, at: number): boolean {
  const code = (offset: number) => text.charCodeAt(offset)
  return code(at - 1) >= 0xd800 && code(at - 1) < 0xdc00 && code(at) >= 0xdc00 && code(at) < 0xe000
}

describe('a paragraph far away', () => {
  it('does not change the spans before it', () => {
    fc.assert(
      fc.property(prose, prose, prose, (before, between, after) => {
        const start = `${before}\n\n${between}\n\nThe rain fell on the lock all day.`
        const spans = (text: string) =>
          engine
            .extract(text)
            .claims.filter(({ content }) => (content[0]?.start ?? 0) < start.length)
            .map(({ content, cue, source, confidence }) => ({ content, cue, source, confidence }))
        expect(spans(`${start}\n\n${after}`)).toEqual(spans(start))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the marks of a quotation', () => {
  const said = fc.constantFrom(
    'We keep the key',
    'It is ours, and it stays',
    'Nobody was asked',
    'Why would we',
  )
  const who = fc.constantFrom('Orla Fenn', 'the guild', 'Judge Orme', 'a spokesman for Fenn Locks')
  const quoting = fc
    .record({ a: said, b: said, who, other: who })
    .chain(({ a, b, who, other }) =>
      fc.constantFrom(
        `“${a},” said ${who}. “${b}.”`,
        `“${a},” ${who} said, “and ${b.toLowerCase()}.”`,
        `According to ${who}, the lock was “${a.toLowerCase()}” and the door “${b.toLowerCase()}”.`,
        `${who} told the court: “${other} said ‘${a}’ to my face. ${b}.”`,
        `${who} denied that “${a.toLowerCase()}”, while ${other} argued that ${b.toLowerCase()}.`,
        `“${a} [in the vault] … ${b.toLowerCase()},” ${who} warned.`,
        `The “guild” is run by ${other}. “${a}?” asked ${who}.`,
      ),
    )
  it('are never split in plain reporting', () => {
    fc.assert(
      fc.property(fc.array(quoting, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('\n\n')
        for (const { content } of engine.extract(text).claims)
          for (const { start, end } of content) expect(unpaired(text.slice(start, end))).toBe('')
      }),
      { numRuns: 150 },
    )
  })
})

/** The marks of a piece that have no partner in it; the text has no apostrophes. */
function unpaired(piece: string): string {
  const marks = piece.replace(/[^“”‘’]/g, '')
  const fewer = marks.replace(/“”|‘’/g, '')
  return fewer === marks ? marks : unpaired(fewer)
}

describe('long and hostile text', () => {
  const texts: [name: string, text: string][] = [
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['100,000 opening marks', '“'.repeat(100_000)],
    ['100,000 single marks with words', "'a ".repeat(100_000)],
    ['cues without end in one line', 'she said '.repeat(60_000)],
    ['labels without end', 'A. Yes.\nQ. Why?\n'.repeat(20_000)],
    ['one word', 'x'.repeat(1_000_000)],
    ['initials', 'U.S.'.repeat(100_000)],
    ['lone surrogates', '\ud800 \udc00 '.repeat(50_000)],
    ['white space', ' \n\t'.repeat(200_000)],
    ['nothing', ''],
  ]
  // Ten times what a busy machine needs; quadratic time would take minutes.
  it.each(texts)('%s', (_name, text) => expect(() => engine.extract(text)).not.toThrow(), 30_000)
})
