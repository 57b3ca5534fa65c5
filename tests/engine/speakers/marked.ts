// Reads a text with its claims marked up, so that examples can be read at a glance.
// "[Ida Quill] <said> {the levy was lawful}" → one attribution with source, cue and content; "<said>" or "[…]" may be missing.
import { read } from '../../../src/engine/document.ts'
import { resolveSpeakers } from '../../../src/engine/speakers/index.ts'
import type { Attribution, Extraction, Span } from '../../../src/engine/types.ts'

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '<': '>', '{': '}' }

interface Marked {
  readonly text: string
  readonly pieces: readonly { readonly mark: string; readonly span: Span }[]
}

function unmark(marked: string): Marked {
  let text = ''
  const open: { mark: string; start: number }[] = []
  const pieces: { mark: string; span: Span }[] = []
  for (const character of marked) {
    const last = open.at(-1)
    if (character in CLOSES) open.push({ mark: character, start: text.length })
    else if (last && CLOSES[last.mark] === character) {
      pieces.push({ mark: last.mark, span: { start: last.start, end: text.length } })
      open.pop()
    } else text += character
  }
  return { text, pieces: pieces.sort((a, b) => a.span.start - b.span.start) }
}

/** Each content makes a claim with the nearest source and cue of its sentence that no claim has taken yet. */
function attributionsOf({ text, pieces }: Marked): Attribution[] {
  const contents = pieces.filter((piece) => piece.mark === '{').map((piece) => piece.span)
  const free = pieces.filter((piece) => piece.mark !== '{')
  const take = (mark: string, content: Span): Span[] => {
    const distance = ({ start, end }: Span): number =>
      end <= content.start ? content.start - end : start - content.end
    const near = free
      .filter((piece) => piece.mark === mark)
      .sort((a, b) => Math.abs(distance(a.span)) - Math.abs(distance(b.span)))
    const between = ({ start, end }: Span): string =>
      text.slice(Math.min(end, content.end), Math.max(start, content.start))
    const found = near.find(({ span }) => !/\n|[.?!]\s/.test(between(span)))
    if (!found) return []
    free.splice(free.indexOf(found), 1)
    return [found.span]
  }
  return contents.map((content, index) => {
    const cue = take('<', content)
    const source = take('[', content)
    const parent = contents.findIndex(
      (other, at) => at !== index && other.start <= content.start && content.end <= other.end,
    )
    const form = cue.length > 0 ? 'cue' : source.length > 0 ? 'label' : 'continuation'
    const type = /^[“"]/.test(text.slice(content.start)) ? 'direct' : 'indirect'
    return {
      content: [content],
      cue,
      source,
      type,
      polarity: 'asserted',
      confidence: 1,
      form,
      parent: parent < 0 ? null : parent,
    }
  })
}

export function extractionOf(marked: string): Extraction {
  const whole = unmark(marked)
  return resolveSpeakers(read(whole.text), attributionsOf(whole))
}

/** Names of those who speak, claim by claim; several joined by " + ", nobody as "–". */
export function speakersIn(marked: string): string[] {
  const { claims, speakers } = extractionOf(marked)
  return claims.map((claim) => claim.speakers.map((index) => speakers[index]?.name).join(' + ') || '–')
}
