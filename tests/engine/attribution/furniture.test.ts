import { describe, expect, it } from 'vitest'
import { isFurniture } from '../../../src/engine/attribution/furniture.ts'
import { read } from '../../../src/engine/document.ts'

const furniture = (line: string) => {
  const document = read(line)
  return document.paragraphs.map((paragraph) => isFurniture(document, paragraph)).join()
}

describe('lines of the page', () => {
  const examples: [line: string, furniture: boolean][] = [
    ['Read more about locks', true],
    ['Related stories: locks in winter', true],
    ['Orla Fenn - Fotolia', true],
    ['Photograph: Orla Fenn', true],
    ['(AP Photo)', true],
    ['.......... ........... ...........', true],
    ['* * *', true],
    ['Related claims were rejected, Fenn said.', false],
    ['Pictures of the lock, she said, prove nothing.', false],
    ['Listen to the river, Fenn says.', false],
    ['Fenn: locks leak', false],
    ['“No.”', false],
  ]
  it.each(examples)('%s', (line, expected) => expect(furniture(line)).toBe(String(expected)))
})
