import { describe, expect, it } from 'vitest'
import { stretchesOf } from '../../../src/engine/attribution/stretches.ts'
import { read } from '../../../src/engine/document.ts'

const lengths = (text: string) => stretchesOf(read(text)).map(({ first, last }) => last - first)

describe('what the taggers read at a time', () => {
  const examples: [name: string, text: string, lengths: number[]][] = [
    ['paragraphs as they are', 'One two.\n\nThree four five.', [3, 4]],
    ['a long line at its sentence ends', 'The lock held. '.repeat(200), [500, 300]],
    ['a sentence without end', 'lock '.repeat(1200), [500, 500, 200]],
    ['nothing', '', []],
  ]
  it.each(examples)('%s', (_name, text, expected) => expect(lengths(text)).toEqual(expected))
})
