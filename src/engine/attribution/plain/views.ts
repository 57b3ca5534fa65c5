// A view in so many words: [The firm’s] <position is> {that the letters are private}.
import { tagOf } from '../../grammar/tags.ts'
import type { Draft } from '../draft.ts'
import { phraseBefore, type Tagged, wordAt } from './phrases.ts'

const CERTAINTY = 0.7
const VIEW =
  /^(?:stance|position|view|argument|case|contention|claim|belief|answer|response|point|submission|complaint|fear|theory)$/u
const IS = /^(?:is|was|remains)$/u
const POSSESSIVE = tagOf('POS')

export function views(reading: Tagged, first: number, _last: number, end: number): Draft[] {
  for (let noun = first + 2; noun < end - 4; noun++) {
    const fits =
      reading.tags[noun - 1] === POSSESSIVE &&
      VIEW.test(wordAt(reading, noun)) &&
      IS.test(wordAt(reading, noun + 1)) &&
      wordAt(reading, noun + 2) === 'that'
    const owner = fits ? phraseBefore(reading, noun - 1, first) : null
    if (!owner) continue
    return [
      {
        source: [{ first: owner.first, last: noun }],
        cue: [{ first: noun, last: noun + 2 }],
        content: [{ first: noun + 2, last: end }],
        certainty: CERTAINTY,
        form: 'cue',
      },
    ]
  }
  return []
}
