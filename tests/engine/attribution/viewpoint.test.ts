import { describe, expect, it } from 'vitest'
import type { FirstLook } from '../../../src/engine/attribution/flat-tagger.ts'
import { ROLES } from '../../../src/engine/attribution/labels.ts'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { viewpointOf } from '../../../src/engine/attribution/viewpoint.ts'
import { read } from '../../../src/engine/document.ts'

/** What is in sight of <the cue>, where the first look is sure of [contents] and {cues}. */
function sight(marked: string): string {
  const text = marked.replace(/[<>{}[\]]/g, '')
  const reading = readingOf(read(text))
  const { tokens } = reading.document
  const odds = new Float32Array(tokens.length * ROLES.length)
  const rangeOf = (part: string) => {
    const start = text.indexOf(part)
    const inside = tokens.flatMap(({ start: at }, index) =>
      at >= start && at < start + part.length ? [index] : [],
    )
    return { first: inside[0] ?? 0, last: (inside.at(-1) ?? 0) + 1 }
  }
  const mark = (pattern: RegExp, role: (typeof ROLES)[number]) => {
    for (const [, part = ''] of marked.matchAll(pattern)) {
      const { first, last } = rangeOf(part)
      for (let at = first; at < last; at++) odds[at * ROLES.length + ROLES.indexOf(role)] = 1
    }
  }
  mark(/\[([^\]]*)\]/g, 'content')
  mark(/[<{]([^>}]*)[>}]/g, 'cue')
  const stretch = { first: 0, last: tokens.length }
  const look: FirstLook = { stretch, odds, pieces: [], path: new Uint8Array(tokens.length) }
  const cue = rangeOf(/<([^>]*)>/.exec(marked)?.[1] ?? '')
  const { first, last } = viewpointOf(cue, look, reading).window
  return text.slice(tokens[first]?.start, tokens[last - 1]?.end)
}

describe('what is in sight of a cue', () => {
  const examples: [marked: string, seen: string][] = [
    ['It rained. Fenn <said> so. It dried.', 'Fenn said so.'],
    ['Fenn <said> so. [The lock leaks.]', 'Fenn said so. The lock leaks.'],
    ['“It leaks.” Fenn <said> so. It dried.', '“It leaks.” Fenn said so.'],
    ['Fenn <said> so. Orme {denied} that [it leaks].', 'Fenn said so.'],
    ['“It leaks. It floods,” Fenn <said>. It dried.', '“It leaks. It floods,” Fenn said.'],
  ]
  it.each(examples)('%s', (marked, seen) => expect(sight(marked)).toBe(seen))
})
