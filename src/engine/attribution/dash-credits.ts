// A quotation credited after a dash, as under a headline or in a list of readers' letters.
// “We may as well wall him in.” ― Della Marsh, Ostler → source "Della Marsh", cue "―"
import { firstEndingAfter } from '../span.ts'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'

const CERTAINTY = 0.8
const FEW_WORDS = 5
/** A name, perhaps with what comes after a comma; no sentence. */
const CREDIT =
  /^(?:\u2015|\u2014|\u2013|--|-)\s*(\p{Lu}[\p{L}\p{M}'\u2019.-]*(?: (?:\p{Lu}[\p{L}\p{M}'\u2019.-]*|de|la|van|von|of|the)){0,5})(?:,[^.!?"\u201c\u201d]{0,60})?$/u
const LONGEST = 120

export function dashCredits(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const { text, tokens, paragraphs } = reading.document
  const taken = new Uint8Array(reading.length)
  for (const { content, cue } of drafts)
    for (const { first, last } of [...content, ...cue]) taken.fill(1, first, last)
  return reading.regions.flatMap((region): Draft[] => {
    const first = firstEndingAfter(tokens, region.start)
    const paragraph = paragraphs[reading.paragraph[first] ?? -1]
    if (!paragraph || paragraph.first !== first || !region.closed) return []
    const dash = firstEndingAfter(tokens, region.end)
    const start = tokens[dash]?.start ?? region.end
    if (dash >= paragraph.last || dash - first < FEW_WORDS || paragraph.end - start > LONGEST) return []
    const credit = CREDIT.exec(text.slice(start, paragraph.end))
    const name = credit?.[1]
    if (name === undefined || taken.subarray(first, paragraph.last).includes(1)) return []
    const named = start + (credit?.[0].indexOf(name) ?? 0)
    const from = firstEndingAfter(tokens, named)
    let to = from
    while ((tokens[to]?.start ?? Number.POSITIVE_INFINITY) < named + name.length) to++
    const source = [{ first: from, last: to }]
    return [
      {
        content: [{ first, last: dash }],
        cue: [{ first: dash, last: from }],
        source,
        certainty: CERTAINTY,
        form: 'cue',
      },
    ]
  })
}
