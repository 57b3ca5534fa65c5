// Reasons given for what somebody does: [The firm] appealed, <on the grounds> {that the data is stored abroad}.
// Also "…, arguing that" and its like; the source is the sentence's subject.
import type { Draft } from '../draft.ts'
import { maybe, subjectOf, type Tagged, wordAt, wordsOf } from './phrases.ts'

const CERTAINTY = 0.7
const THAT = wordsOf(['that'])
const PARTICIPLES =
  /^(?:arguing|saying|claiming|insisting|contending|maintaining|warning|noting|adding|stressing|alleging|asserting|complaining|explaining|predicting|suggesting|conceding)$/u

/** Where the cue begins that ends right before the "that" at `that`, or -1. */
function cueStart(reading: Tagged, that: number): number {
  if (
    /^grounds?$/u.test(wordAt(reading, that - 1)) &&
    wordAt(reading, that - 2) === 'the' &&
    wordAt(reading, that - 3) === 'on'
  )
    return that - 3
  return wordAt(reading, that - 2) === ',' && PARTICIPLES.test(wordAt(reading, that - 1)) ? that - 1 : -1
}

export function grounds(reading: Tagged, first: number, _last: number, end: number): Draft[] {
  for (let that = first + 4; that < end - 2; that++) {
    if (!maybe(reading, that, THAT) || wordAt(reading, that) !== 'that') continue
    const start = cueStart(reading, that)
    const source = start < 0 ? null : subjectOf(reading, first, start)
    if (!source) continue
    const cue = { first: start, last: that }
    return [
      {
        source: [source],
        cue: [cue],
        content: [{ first: that, last: end }],
        certainty: CERTAINTY,
        form: 'cue',
      },
    ]
  }
  return []
}
