// Parsed sentences to learn from: a parser's annotation laid over our own tokens; sentences that do not fit are left out.
import { type Reading, readingOf } from '../../attribution/reading.ts'
import { read } from '../../document.ts'
import { firstEndingAfter } from '../../span.ts'
import { relationOf, tagOf } from '../tags.ts'

/** One article as annotated: tokens [start, end, word, lemma, tag, entity], arcs [relation, head, word] by index in the sentence, -1 the root. */
export interface ParsedArticle {
  readonly text: string
  readonly sents: readonly {
    readonly t: readonly (readonly [number, number, string, string, string, string])[]
    readonly d: readonly (readonly [string, number, number])[]
  }[]
}

export interface ParsedSentence {
  readonly reading: Reading
  readonly first: number
  readonly last: number
  /** By place in the sentence; heads are places too, the root is the sentence's length. */
  readonly tags: Uint8Array
  readonly heads: Int32Array
  readonly relations: Uint8Array
}

/** Longer ones are tables and lists. */
const LONGEST = 100

function laidOver(reading: Reading, sentence: ParsedArticle['sents'][number]): ParsedSentence | null {
  const { tokens } = reading.document
  const length = sentence.t.length
  const first = firstEndingAfter(tokens, sentence.t[0]?.[0] ?? 0)
  if (length < 2 || length > LONGEST || first + length > tokens.length) return null
  for (let at = 0; at < length; at++) {
    const token = tokens[first + at]
    if (token?.start !== sentence.t[at]?.[0] || token?.end !== sentence.t[at]?.[1]) return null
  }
  const heads = new Int32Array(length).fill(-1)
  const relations = new Uint8Array(length)
  for (const [relation, head, word] of sentence.d) {
    heads[word] = head < 0 ? length : head
    relations[word] = relationOf(relation)
  }
  if (heads.includes(-1)) return null
  const tags = Uint8Array.from(sentence.t, (token) => tagOf(token[4]))
  return { reading, first, last: first + length, tags, heads, relations }
}

export function parsedSentences(articles: readonly ParsedArticle[]): ParsedSentence[] {
  return articles.flatMap((article) => {
    const reading = readingOf(read(article.text))
    return article.sents.flatMap((sentence) => laidOver(reading, sentence) ?? [])
  })
}
