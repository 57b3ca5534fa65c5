// What the taggers see of each token, as numbers: word, endings, shape, place in sentence, paragraph and quotation.
import type { Document } from '../document.ts'
import { type Grammar, type GrammarModel, grammarOf } from '../grammar/index.ts'
import { isVerb } from '../grammar/tags.ts'
import { KeptFacts } from '../kept-facts.ts'
import { hashText, mix } from '../model/hashing.ts'
import { type Region, regionsOf } from '../quotations/index.ts'

export interface Reading {
  readonly document: Document
  readonly regions: readonly Region[]
  readonly length: number
  /** Tokens written alike have the same number, and all that is read of the token alone: the next six. */
  readonly form: Int32Array
  /** Hashes of the lower-cased word and of its last two and three and first four letters. */
  readonly word: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly prefix: Int32Array
  /** Capitals, digits and punctuation, run lengths dropped: "McVane" → XxXx. */
  readonly shape: Int32Array
  readonly flags: Uint8Array
  readonly sentence: Int32Array
  readonly paragraph: Int32Array
  /** Place within quotation marks, see `quotes.ts`. */
  readonly quote: Uint8Array
  /** Tokens since the last region of the sentence closed, and until its next opens; 0 for none, at most 9. */
  readonly sinceQuote: Uint8Array
  readonly untilQuote: Uint8Array
}

/** A reading whose grammar has been guessed: word classes, what hangs on what, and the verbs around each token. */
export interface ParsedReading extends Reading {
  /** Word class by token, see `grammar/tags.ts`. */
  readonly tags: Uint8Array
  /** Relation by token, doubled, plus one where the head stands later. */
  readonly relations: Uint8Array
  /** Null without weights. */
  readonly grammar: Grammar | null
  /** For each token, the nearest verb before it and from it on in its sentence, -1 for none. */
  readonly verbBefore: Int32Array
  readonly verbAfter: Int32Array
}

export const CAPITAL = 1
export const PUNCTUATION = 2
export const NUMBER = 4

interface WordFacts {
  readonly form: number
  readonly word: number
  readonly suffix2: number
  readonly suffix3: number
  readonly prefix: number
  readonly shape: number
  readonly flags: number
}

/** Longer words are cut: no word that matters is longer, and features stay cheap on any text. */
const LONGEST = 40

const shapeOf = (text: string): string =>
  text
    .replace(/\p{Lu}+/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]+/gu, 'x')
    .replace(/\p{N}+/gu, '0')
    .slice(0, 6)

function factsOf(text: string): Omit<WordFacts, 'form'> {
  const lower = text.toLowerCase().replace(/\u2019/g, "'")
  const flags =
    (/^\p{Lu}/u.test(text) ? CAPITAL : 0) |
    (/[\p{L}\p{N}]/u.test(text) ? 0 : PUNCTUATION) |
    (/^\p{N}/u.test(text) ? NUMBER : 0)
  return {
    word: hashText(/^\p{N}+$/u.test(lower) ? lower.replace(/\p{N}/gu, '0') : lower),
    suffix2: hashText(lower.slice(-2)),
    suffix3: hashText(lower.slice(-3)),
    prefix: hashText(lower.slice(0, 4)),
    shape: hashText(shapeOf(text)),
    flags,
  }
}

let forms = 0
const known = new KeptFacts(20_000, (form): WordFacts => ({ form: forms++, ...factsOf(form) }))

const OPEN = 1
const INSIDE = 2
const CLOSE = 3
const SINGLE = 3
const UNCLOSED = 6

function markQuotes(document: Document, regions: readonly Region[], quote: Uint8Array): void {
  let next = 0
  document.tokens.forEach((token, index) => {
    while ((regions[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++
    const region = regions[next]
    if (!region || token.end <= region.start) return
    const place =
      token.start === region.start ? OPEN : token.end === region.end && region.closed ? CLOSE : INSIDE
    quote[index] = place + (region.kind === 'single' ? SINGLE : 0) + (region.closed ? 0 : UNCLOSED)
  })
}

const isOpen = (quote: number): boolean => quote > 0 && quote % 3 === OPEN
const isInside = (quote: number): boolean => quote > 0

function markDistances(document: Document, quote: Uint8Array, since: Uint8Array, until: Uint8Array): void {
  for (const { first, last } of document.sentences) {
    let distance = 0
    for (let at = first; at < last; at++) {
      if (isInside(quote[at] ?? 0)) distance = 1
      else if (distance > 0) since[at] = Math.min(9, distance++)
    }
    distance = 0
    for (let at = last - 1; at >= first; at--) {
      if (isOpen(quote[at] ?? 0)) distance = 1
      else if (isInside(quote[at] ?? 0)) distance = 0
      else if (distance > 0) until[at] = Math.min(9, distance++)
    }
  }
}

export function readingOf(document: Document): Reading {
  const { text, tokens, sentences } = document
  const length = tokens.length
  const regions = regionsOf(document)
  const reading = {
    document,
    regions,
    length,
    form: new Int32Array(length),
    word: new Int32Array(length),
    suffix2: new Int32Array(length),
    suffix3: new Int32Array(length),
    prefix: new Int32Array(length),
    shape: new Int32Array(length),
    flags: new Uint8Array(length),
    sentence: new Int32Array(length),
    paragraph: new Int32Array(length),
    quote: new Uint8Array(length),
    sinceQuote: new Uint8Array(length),
    untilQuote: new Uint8Array(length),
  }
  tokens.forEach((token, index) => {
    const form = text.slice(token.start, Math.min(token.end, token.start + LONGEST))
    const facts = known.of(form)
    reading.form[index] = facts.form
    reading.word[index] = facts.word
    reading.suffix2[index] = facts.suffix2
    reading.suffix3[index] = facts.suffix3
    reading.prefix[index] = facts.prefix
    reading.shape[index] = facts.shape
    reading.flags[index] = facts.flags
  })
  sentences.forEach((sentence, index) => {
    reading.sentence.fill(index, sentence.first, sentence.last)
    reading.paragraph.fill(sentence.paragraph, sentence.first, sentence.last)
  })
  markQuotes(document, regions, reading.quote)
  markDistances(document, reading.quote, reading.sinceQuote, reading.untilQuote)
  return reading
}

/** For each token, the nearest verb before it (step 1) or from it on (step -1) in its sentence. */
function nearestVerbs({ length, sentence }: Reading, tags: Uint8Array, step: 1 | -1): Int32Array {
  const found = new Int32Array(length)
  let verb = -1
  for (let at = step === 1 ? 0 : length - 1; at >= 0 && at < length; at += step) {
    if (sentence[at] !== sentence[at - step]) verb = -1
    if (step === -1 && isVerb(tags[at] as number)) verb = at
    found[at] = verb
    if (step === 1 && isVerb(tags[at] as number)) verb = at
  }
  return found
}

function directed({ relations, heads }: Grammar): Uint8Array {
  const out = new Uint8Array(relations.length)
  for (let at = 0; at < out.length; at++)
    out[at] = (relations[at] as number) * 2 + ((heads[at] as number) > at ? 1 : 0)
  return out
}

export function parsed(reading: Reading, model: GrammarModel | null): ParsedReading {
  const grammar = model ? grammarOf(reading, model) : null
  const tags = grammar?.tags ?? new Uint8Array(reading.length)
  return {
    ...reading,
    tags,
    relations: grammar ? directed(grammar) : new Uint8Array(reading.length),
    grammar,
    verbBefore: nearestVerbs(reading, tags, 1),
    verbAfter: nearestVerbs(reading, tags, -1),
  }
}

/** One number for "nothing there": before the first or after the last token of a stretch. */
export const EDGE = mix(1, 2)
