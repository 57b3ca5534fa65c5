import { describe, expect, it } from 'vitest'
import { type Draft, spanOf } from '../../../src/engine/attribution/draft.ts'
import { withPlainSpeech } from '../../../src/engine/attribution/plain/index.ts'
import type { Tagged } from '../../../src/engine/attribution/plain/phrases.ts'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { read } from '../../../src/engine/document.ts'
import { tagOf } from '../../../src/engine/grammar/tags.ts'

/** "Fenn/NNP said/VBD it/PRP leaks/VBZ ./." */
function tagged(line: string): Tagged {
  const cells = line.split(' ').map((cell) => cell.split('/'))
  const reading = readingOf(
    read(
      cells
        .map(([word]) => word)
        .join(' ')
        .replace(' ’s', '’s'),
    ),
  )
  return { ...reading, tags: Uint8Array.from(cells, ([, tag = '']) => tagOf(tag)) }
}

const shown = ({ document }: Tagged, { source, cue, content }: Draft): string =>
  [source, cue, content]
    .map((ranges) => ranges.map((range) => spanOf(document, range)))
    .map((spans) => spans.map(({ start, end }) => document.text.slice(start, end)).join(' … '))
    .join(' | ')

describe('plain speech that the learnt layer passed over', () => {
  const examples: [line: string, found: string[]][] = [
    [
      'The/DT firm/NN has/VBZ warned/VBN a/DT court/NN that/IN the/DT lock/NN could/MD leak/VB ./.',
      ['The firm | has warned | that the lock could leak'],
    ],
    [
      'The/DT guild/NN said/VBD in/IN court/NN on/IN 9/CD June/NNP that/IN locks/NNS leak/VBP ./.',
      ['The guild | said | that locks leak'],
    ],
    [
      'On/IN Monday/NNP ,/, Ada/NNP Orme/NNP ,/, counsel/NN for/IN Fenn/NNP ,/, told/VBD reporters/NNS that/IN locks/NNS leak/VBP ./.',
      ['Ada Orme , counsel for Fenn | told | that locks leak'],
    ],
    [
      'The/DT firm/NN appealed/VBD ,/, on/IN the/DT grounds/NNS that/IN the/DT lock/NN holds/VBZ ./.',
      ['The firm | on the grounds | that the lock holds'],
    ],
    [
      "Ada/NNP Orme/NNP left/VBD and/CC is/VBZ reported/VBN by/IN the/DT Gazette/NNP to/TO have/VB said/VBN :/: “/`` It/PRP leaks/VBZ badly/RB ”/''",
      ['Ada Orme | have said | “ It leaks badly ”'],
    ],
    [
      'Fenn/NNP ’s/POS stance/NN is/VBZ that/IN locks/NNS leak/VBP ./.',
      ['Fenn’s | stance is | that locks leak'],
    ],
    ['He/PRP told/VBD the/DT man/NN who/WP said/VBD that/IN that/DT is/VBZ so/RB ./.', []],
    ['The/DT firm/NN said/VBD nothing/NN ./.', []],
    ['The/DT lock/NN that/WDT leaks/VBZ is/VBZ old/JJ ./.', []],
  ]
  it.each(examples)('%s', (line, found) => {
    const reading = tagged(line)
    expect(withPlainSpeech(reading, []).map((draft) => shown(reading, draft))).toEqual(found)
  })
  it('adds nothing where somebody is cited already', () => {
    const reading = tagged('The/DT guild/NN said/VBD that/IN locks/NNS leak/VBP ./.')
    const cited: Draft = {
      source: [],
      cue: [{ first: 2, last: 3 }],
      content: [{ first: 3, last: 6 }],
      certainty: 1,
      form: 'cue',
    }
    expect(withPlainSpeech(reading, [cited])).toEqual([cited])
  })
})
