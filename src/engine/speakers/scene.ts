// One article being read: its words, names, cast and memory, shared by the sieves.

import type { Document } from '../document.ts'
import { byStart } from '../span.ts'
import type { Attribution, Span } from '../types.ts'
import { type Cast, castOf } from './cast.ts'
import { Discourse } from './discourse.ts'
import type { Figure } from './figure.ts'
import { keyOf } from './name-groups.ts'
import type { NameMention } from './names.ts'
import { NameScanner } from './names.ts'
import { type Nominal, nominalAt, nominalsOf } from './nominals.ts'
import { NameIndex } from './noun-phrase.ts'
import { type Word, wordAt, wordsOf } from './words.ts'

/** Units of a phrase that are read: odd texts have words of a megabyte. */
const LONGEST_TEXT = 1000

/** Words of a source that are read. */
const LONGEST_SOURCE = 60

export class Scene {
  readonly document: Document
  readonly words: readonly Word[]
  readonly names: NameIndex
  readonly nominals: readonly Nominal[]
  readonly cast: Cast
  readonly discourse: Discourse
  /** Figure of each name and description already read, by the index of its last word. */
  readonly figureAt = new Map<number, Figure>()
  readonly #said: readonly Span[]
  /** Words of sources. */
  readonly #sources = new Set<number>()

  constructor(document: Document, attributions: readonly Attribution[]) {
    this.document = document
    this.words = wordsOf(document)
    const mentions = new NameScanner(this.words).scan()
    this.names = new NameIndex(mentions)
    this.nominals = nominalsOf(this.words, (index) => this.names.has(index))
    this.cast = castOf(document.text, this.words, mentions)
    this.discourse = new Discourse(this.words)
    this.#said = merged(attributions.flatMap((one) => one.content))
    for (const span of attributions.flatMap((one) => one.source)) {
      const [first, last] = this.range(span)
      for (let index = first; index < Math.min(last, first + LONGEST_SOURCE); index++)
        this.#sources.add(index)
    }
  }

  /** 1 where a percent sign follows ("58%"), which is no word of its own. */
  #percent(offset: number): number {
    return this.document.text[offset] === '%' ? 1 : 0
  }

  text(first: number, last: number): string {
    const from = this.words[first]
    const to = this.words[last - 1]
    return from && to
      ? this.document.text
          .slice(from.start, Math.min(to.end + this.#percent(to.end), from.start + LONGEST_TEXT))
          .replace(/\s+/g, ' ')
      : ''
  }

  /** Word range [first, last) of a span. */
  range(span: Span): [number, number] {
    const first = wordAt(this.words, span.start)
    let last = first
    while ((this.words[last]?.start ?? Number.POSITIVE_INFINITY) < span.end) last++
    return [first, last]
  }

  isSaid(index: number): boolean {
    const word = this.words[index]
    if (!word) return false
    let low = 0
    let high = this.#said.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#said[middle]?.end ?? 0) <= word.start) low = middle + 1
      else high = middle
    }
    return (this.#said[low]?.start ?? Number.POSITIVE_INFINITY) <= word.start
  }

  /** The figure that a name means here: of several namesakes, the one whom gender and recency favour. */
  figureOfName(name: NameMention): Figure | undefined {
    const known = this.figureAt.get(name.last - 1)
    if (known) return known
    const possible = this.cast.named(keyOf(this.words, name))
    if (possible.length <= 1) return possible[0]
    const title = name.title.at(-1)
    const titled = title ? possible.filter((one) => one.descriptors.has(title)) : []
    if (titled.length === 1) return titled[0]
    const recent = this.discourse.recent(name.first).find((one) => possible.includes(one.figure))
    return recent?.figure ?? possible[0]
  }

  nominalAt(head: number, floor: number): Nominal | null {
    return nominalAt(this.words, head, floor)
  }

  /** The figure first described by exactly these words. */
  phrase(words: string): Figure | undefined {
    return this.cast.described(words)
  }

  note(figure: Figure, first: number, last: number): void {
    this.figureAt.set(last - 1, figure)
    this.discourse.mention(figure, first, last, this.isSaid(first), this.#sources.has(last - 1))
  }
}

function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of [...spans].sort(byStart)) {
    const last = whole[whole.length - 1]
    if (last && span.start <= last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else whole.push(span)
  }
  return whole
}
