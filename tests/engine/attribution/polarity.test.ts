import { describe, expect, it } from 'vitest'
import { polarityOf } from '../../../src/engine/attribution/polarity.ts'
import type { Polarity } from '../../../src/engine/types.ts'

/** [source] <cue> {content}, in any order and number. */
function parts(marked: string) {
  const spans = { '[': [], '<': [], '{': [] } as Record<string, { start: number; end: number }[]>
  let text = ''
  let open = { mark: '', start: 0 }
  for (const character of marked) {
    if ('[<{'.includes(character)) open = { mark: character, start: text.length }
    else if (']>}'.includes(character)) spans[open.mark]?.push({ start: open.start, end: text.length })
    else text += character
  }
  return { text, source: spans['['] ?? [], cue: spans['<'] ?? [], content: spans['{'] ?? [] }
}

describe('polarity', () => {
  const examples: [marked: string, polarity: Polarity][] = [
    ['[Orla Fenn] <said> {that the lock does not leak}.', 'asserted'],
    ['[The guild] <denied> {that a lock had leaked}.', 'denied'],
    ['[She] <does not deny> {that a lock had leaked}.', 'asserted'],
    ['[He] <doesn’t believe> {the lock leaked}.', 'denied'],
    ['[We] <have never said> {that every lock must hold}.', 'denied'],
    ['[Nobody] <has suggested> {that the lock was sound}.', 'denied'],
    ['[Fenn] <brushed aside> {the guild’s argument that locks leak}.', 'denied'],
    ['[The judge] <asked> {whether a lock can leak upward}.', 'questioned'],
    ['[She] <wanted to know> {who keeps the key}.', 'questioned'],
    ['[Fenn] <doubts> {that it will hold}.', 'questioned'],
    ['[Fenn] <does not doubt> {that it will hold}.', 'asserted'],
    ['[He] <is not sure> {that it will hold}.', 'questioned'],
    ['{“Is a lock a door?”} [Fenn] <said>.', 'questioned'],
    ['[JUDGE ORME]: {Whose lock? Your friend says it is hers.}', 'questioned'],
    ['{“No,”} [he] <said>. {“A lock is a promise.”}', 'denied'],
    ['[The keepers] <say> {Not so}.', 'denied'],
    ['[She] <replied> {that she would not}.', 'asserted'],
    ['[The guild] <demanded> {that the lock be opened}.', 'asserted'],
    ['{}', 'asserted'],
  ]
  it.each(examples)('%s', (marked, polarity) => {
    const { text, ...spans } = parts(marked)
    expect(polarityOf(text, spans)).toBe(polarity)
  })
})
