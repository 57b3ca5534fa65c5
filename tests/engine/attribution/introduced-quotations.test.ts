import { describe, expect, it } from 'vitest'
import { type Draft, spanOf } from '../../../src/engine/attribution/draft.ts'
import { introducedQuotations } from '../../../src/engine/attribution/introduced-quotations.ts'
import type { Tagged } from '../../../src/engine/attribution/plain/phrases.ts'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { read } from '../../../src/engine/document.ts'
import { tagOf } from '../../../src/engine/grammar/tags.ts'

/** "Fenn/NNP said/VBD :/: ⏎ “/`` It/PRP leaks/VBZ ./. ”/''", ⏎ for a new paragraph. */
function tagged(line: string): Tagged {
  const cells = line.split(' ').map((cell) => cell.split('/'))
  const text = cells.map(([word]) => (word === '⏎' ? '\n' : word)).join(' ')
  const tags = cells.filter(([word]) => word !== '⏎').map(([, tag = '']) => tagOf(tag))
  return { ...readingOf(read(text)), tags: Uint8Array.from(tags) }
}

const shown = ({ document }: Tagged, { source, cue, content }: Draft): string =>
  [source, cue, content]
    .map((ranges) => ranges.map((range) => spanOf(document, range)))
    .map((spans) => spans.map(({ start, end }) => document.text.slice(start, end)).join(' … '))
    .join(' | ')

const SPOKEN = "“/`` It/PRP leaks/VBZ ./. ”/''"

describe('quotations that nobody is cited with yet', () => {
  const examples: [line: string, found: string[]][] = [
    [`Wardens/NNS in/IN hats/NNS chanted/VBD ,/, ${SPOKEN}`, ['Wardens in hats | chanted | “ It leaks . ”']],
    [`Wardens/NNS shouted/VBD ${SPOKEN}`, ['Wardens | shouted | “ It leaks . ”']],
    [`He/PRP left/VBD ,/, asserting/VBG ,/, ${SPOKEN}`, ['He | asserting | “ It leaks . ”']],
    [`The/DT Gazette/NNP reports/VBZ :/: ⏎ ${SPOKEN}`, ['The Gazette | reports : | “ It leaks . ”']],
    [
      `Fenn/NNP made/VBD the/DT following/VBG remark/NN :/: ⏎ ${SPOKEN}`,
      ['Fenn | made the following remark : | “ It leaks . ”'],
    ],
    // Signs, titles and what somebody simply is.
    [`One/CD sign/NN read/VBD ${SPOKEN}`, []],
    [`The/DT answer/NN is/VBZ :/: ${SPOKEN}`, []],
    [`She/PRP told/VBD ,/, ${SPOKEN}`, []],
    [`Wardens/NNS chanted/VBD “/\`\` the/DT leak/NN ”/'' ./.`, []],
    [`Wardens/NNS chanted/VBD ⏎ ${SPOKEN}`, []],
    [SPOKEN, []],
  ]
  it.each(examples)('%s', (line, found) => {
    const reading = tagged(line)
    expect(introducedQuotations(reading, []).map((draft) => shown(reading, draft))).toEqual(found)
  })

  it('are left to whoever is cited with a part of them', () => {
    const reading = tagged(`Wardens/NNS chanted/VBD ,/, ${SPOKEN}`)
    const content = [{ first: 4, last: 5 }]
    const cited: Draft = { content, cue: [], source: [], certainty: 1, form: 'cue' }
    expect(introducedQuotations(reading, [cited])).toEqual([])
  })
})
