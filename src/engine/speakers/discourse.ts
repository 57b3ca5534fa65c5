// Who has been mentioned so far, and how lately: the memory that pronouns and descriptions draw on.
import type { Figure } from './figure.ts'
import type { Word } from './words.ts'

export interface Mention {
  readonly figure: Figure
  /** Word range, [first, last). */
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly paragraph: number
  /** Among the first words of its sentence, where subjects stand. */
  readonly leads: boolean
  /** After a preposition or a verb of address, where objects stand. */
  readonly oblique: boolean
  /** Among the first words of its paragraph. */
  readonly topic: boolean
  /** Inside what somebody is said to have said. */
  readonly said: boolean
  readonly possessive: boolean
  readonly source: boolean
}

const OBLIQUE = new Set(
  (
    'of for to by with from at in on against about between under over after before than like as told asked ' +
    'called accused sued urged warned pressed let gave gives'
  ).split(' '),
)

/** How far back candidates are sought: mentions, and distinct figures among them. */
const REACH = 60
const MOST_CANDIDATES = 12

export interface Recent {
  readonly figure: Figure
  readonly mention: Mention
  /** 0 for the most recently mentioned. */
  readonly order: number
}

export class Discourse {
  readonly mentions: Mention[] = []
  /** Who last took the turns of examiner and witness in a transcript. */
  /** Word of the last turn answered, -1 before the first. */
  lastTurn = -1
  readonly turns = new Map<string, Figure>()
  /** The first court that was named. */
  court: Figure | undefined
  readonly counts = new Map<Figure, number>()
  readonly #latest = new Map<Figure, Mention>()
  readonly spoken = new Map<Figure, number>()
  /** Who spoke, latest last. */
  readonly speakers: (readonly Figure[])[] = []
  readonly #words: readonly Word[]

  constructor(words: readonly Word[]) {
    this.#words = words
  }

  mention(figure: Figure, first: number, last: number, said: boolean, source: boolean): Mention {
    const opening = this.#words[first]
    const closing = this.#words[last - 1]
    const mention: Mention = {
      figure,
      first,
      last,
      start: opening?.start ?? 0,
      end: closing?.end ?? 0,
      sentence: opening?.sentence ?? 0,
      paragraph: opening?.paragraph ?? 0,
      leads: this.#leads(first),
      oblique: OBLIQUE.has(this.#before(first)),
      topic: first < 4 || this.#words[first - 4]?.paragraph !== opening?.paragraph,
      said,
      possessive: closing?.possessive ?? false,
      source,
    }
    this.mentions.push(mention)
    this.#latest.set(figure, mention)
    if (figure.kind === 'court' && figure.proper) this.court ??= figure
    this.counts.set(figure, (this.counts.get(figure) ?? 0) + 1)
    return mention
  }

  /** The word before the mention, a determiner aside. */
  #before(first: number): string {
    const word = this.#words[first - 1]?.lower ?? ''
    return /^(?:the|a|an|its|his|her|their)$/.test(word) ? (this.#words[first - 2]?.lower ?? '') : word
  }

  #leads(first: number): boolean {
    const sentence = this.#words[first]?.sentence
    return first < 3 || this.#words[first - 3]?.sentence !== sentence
  }

  speak(figures: readonly Figure[]): void {
    this.speakers.push(figures)
    for (const figure of figures) this.spoken.set(figure, (this.spoken.get(figure) ?? 0) + 1)
  }

  /** Somebody not mentioned lately, or only later on. */
  far(figure: Figure, before: number): Recent {
    const latest = this.#latest.get(figure)
    const mention = latest && latest.last <= before ? latest : { ...this.#nowhere(figure) }
    return { figure, mention, order: latest ? 7 : 8 }
  }

  #nowhere(figure: Figure): Mention {
    return {
      figure,
      first: 0,
      last: 0,
      start: 0,
      end: 0,
      sentence: -99,
      paragraph: -99,
      leads: false,
      oblique: false,
      topic: false,
      said: false,
      possessive: false,
      source: false,
    }
  }

  /** Figures mentioned before the word, most recent first, each with its latest mention. */
  recent(before: number): Recent[] {
    const found: Recent[] = []
    const seen = new Set<Figure>()
    const from = this.mentions.length - 1
    for (let index = from; index >= 0 && index > from - REACH && found.length < MOST_CANDIDATES; index--) {
      const mention = this.mentions[index]
      if (!mention || mention.last > before || seen.has(mention.figure)) continue
      seen.add(mention.figure)
      found.push({ figure: mention.figure, mention, order: found.length })
    }
    return found
  }
}
