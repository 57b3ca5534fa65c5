import { describe, expect, it } from 'vitest'
import type { Draft, Range } from '../../../src/engine/attribution/draft.ts'
import { withLongQuotations } from '../../../src/engine/attribution/long-quotations.ts'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { read } from '../../../src/engine/document.ts'
import { quotationsOf } from '../../../src/engine/quotations/index.ts'

/** Text with one attribution in it: {content}. What comes out: the pieces of each content, by their first word. */
function contents(marked: string): string[] {
  const text = marked.replace(/[{}]/g, '')
  const reading = readingOf(read(text))
  const { tokens } = reading.document
  const content: Range[] = []
  let taken = 0
  for (const match of marked.matchAll(/\{([^}]*)\}/g)) {
    const start = match.index - 2 * taken++
    const inside = tokens.flatMap((token, index) =>
      token.start >= start && token.end <= start + (match[1] ?? '').length ? [index] : [],
    )
    content.push({ first: inside[0] ?? 0, last: (inside.at(-1) ?? 0) + 1 })
  }
  const draft: Draft = { content, cue: [], source: [], certainty: 1, form: 'cue' }
  const drafts = withLongQuotations(reading, quotationsOf(reading.document, reading.regions), [draft])
  const word = ({ first }: Range) => text.slice(tokens[first + 1]?.start, tokens[first + 1]?.end)
  return drafts.map((each) => `${each.form}: ${each.content.map(word).join(' ')}`)
}

const LONG = 'we keep the key and we have kept it since May and shall keep it until the lock rusts'

describe('quotations over several paragraphs', () => {
  const examples: [name: string, marked: string, contents: string[]][] = [
    [
      'cited in the first paragraph',
      `{“First, ${LONG},”} said Fenn. {“Then ${LONG}.}\n\n“Second, ${LONG}.”`,
      ['cue: First Then Second'],
    ],
    [
      'cited in the last paragraph',
      `“First, ${LONG}.\n\n{“Second, ${LONG},”} said Fenn.`,
      ['cue: First Second'],
    ],
    [
      'a short run-on joins',
      `{“First, ${LONG} and ${LONG},”} said Fenn.\n\n“Second, ${LONG}.”`,
      ['cue: First Second'],
    ],
    [
      'a long run-on stands by itself',
      `{“First, ${LONG},”} said Fenn.\n\n“Second, ${LONG} and ${LONG}.”`,
      ['cue: First', 'continuation: Second'],
    ],
    [
      'what runs on from a run-on joins it',
      `{“First, ${LONG},”} said Fenn.\n\n“Second, ${LONG} and ${LONG}.”\n\n“Third, ${LONG}.”`,
      ['cue: First', 'continuation: Second Third'],
    ],
    [
      'after a colon it joins',
      `{“First, ${LONG},”} said Fenn, adding:\n\n“Second, ${LONG} and ${LONG}.”`,
      ['cue: First Second'],
    ],
    ['prose between', `{“First, ${LONG},”} said Fenn.\n\nRain fell.\n\n“Second, ${LONG}.”`, ['cue: First']],
    [
      'a quotation with prose around it',
      `{“First, ${LONG},”} said Fenn.\n\n“Second, ${LONG},” read a sign.`,
      ['cue: First'],
    ],
    ['a heading in marks', `{“First, ${LONG},”} said Fenn.\n\n‘Locks leak’\n\nRain fell.`, ['cue: First']],
  ]
  it.each(examples)('%s', (_name, marked, expected) => expect(contents(marked)).toEqual(expected))
})
