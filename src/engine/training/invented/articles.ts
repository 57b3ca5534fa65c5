// Annotated articles made up from phrases, for what newspapers print and the corpora have little of:
// "[Copperleaf] <has warned> a federal appeals court {that the order could …}". The same number gives the same articles.
import type { AnnotatedArticle, AnnotatedAttribution } from '../corpus.ts'
import { PHRASES } from './phrases.ts'

type Offsets = [number, number]
type Draw = (name: string) => string

/** Draws without repeating itself soon: a small generator that every machine computes alike. */
function drawing(seed: number): Draw {
  let state = (seed + 1) * 2654435761
  return (name) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    const list = PHRASES[name] ?? [name]
    return list[(state >>> 7) % list.length] ?? name
  }
}

const NAMES = /[A-Z]{2,}(?:_[A-Z]+)*(?![a-z\w(])/g

/** Fills names of lists until none is left; "SPEECH," keeps its mark in place of the sentence's own stop. */
function filled(frame: string, draw: Draw): string {
  let text = frame
  for (let depth = 0; depth < 3; depth++) {
    text = text.replace(NAMES, (name) => (name in PHRASES ? draw(name) : name))
  }
  return text
    .replace(/(\[[^\]]*, [^\]]*\])(?= <)/g, '$1,')
    .replace(/([.?!]),(["\u201d\u2019])/g, ',$2')
    .replace(/([^.?!\u2019\u201d"])\.\.+$/, '$1.')
    .replace(/\.\u201d\.$/, '.\u201d')
}

const capitalised = (text: string): string =>
  text.replace(/^([[{<]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase())

interface Marked {
  readonly text: string
  readonly attributions: readonly AnnotatedAttribution[]
}

const ROLE = { '[': 'source', '<': 'cue', '{': 'content' } as const

/** Takes the marks out and keeps where they stood; content after the last cue joins it, a cue before its content waits for it. */
function unmarked(marked: string): Marked {
  let text = ''
  let open: { role: 'source' | 'cue' | 'content'; start: number } | null = null
  const found: { role: 'source' | 'cue' | 'content'; span: Offsets }[] = []
  for (const character of marked) {
    if (character === '[' || character === '<' || character === '{') {
      open = { role: ROLE[character], start: text.length }
    } else if (open && (character === ']' || character === '>' || character === '}')) {
      found.push({ role: open.role, span: [open.start, text.length] })
      open = null
    } else text += character
  }
  return { text, attributions: attributionsOf(found) }
}

function attributionsOf(
  found: readonly { role: 'source' | 'cue' | 'content'; span: Offsets }[],
): AnnotatedAttribution[] {
  const out: { source: Offsets[]; cue: Offsets[]; content: Offsets[] }[] = []
  let current = { source: [] as Offsets[], cue: [] as Offsets[], content: [] as Offsets[] }
  for (const { role, span } of found) {
    const complete = current.cue.length > 0 && current.content.length > 0 && current.source.length > 0
    if (complete && role !== 'content') {
      out.push(current)
      const shared = role === 'cue' ? current.source : []
      current = { source: [...shared], cue: [], content: [] }
    }
    current[role].push(span)
  }
  if (current.content.length > 0) out.push(current)
  return out
}

function article(number: number): AnnotatedArticle {
  const draw = drawing(number)
  let text = ''
  const attributions: AnnotatedAttribution[] = []
  for (let paragraph = 0; paragraph < 12; paragraph++) {
    const part = unmarked(capitalised(filled(draw('FRAME'), draw)))
    const offset = text.length
    const moved = (spans: readonly (readonly [number, number])[]): Offsets[] =>
      spans.map(([start, end]) => [start + offset, end + offset])
    for (const { source, cue, content } of part.attributions) {
      attributions.push({ source: moved(source), cue: moved(cue), content: moved(content) })
    }
    text += `${part.text}\n\n`
  }
  return { id: `invented-${number}`, text, attributions }
}

export const inventedArticles = (count: number): AnnotatedArticle[] =>
  Array.from({ length: count }, (_, number) => article(number))
