// How fast the engine reads, on this thread: tokens a second of new text and of text met before, and a text of 1 MB.

import { read } from '../../engine/document.ts'
import { createEngine } from '../../engine/index.ts'
import { samples } from '../../samples/index.ts'
import { shippedWeights } from '../../weights.ts'
import { type Random, random } from './random.ts'

export interface EngineLine {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly aim: string
}

/** Texts that are read before any is timed: a service has read others, and the compiler is done with it by then. */
const EARLIER = 600
/** New ones that are timed, in rounds of so many; each is read once. */
const ROUNDS = 5
const A_ROUND = 80

export function measureEngine(): EngineLine[] {
  const started = performance.now()
  const engine = createEngine(shippedWeights())
  const loading = performance.now() - started
  const fresh = newTexts(EARLIER + ROUNDS * A_ROUND)
  for (const text of fresh.slice(0, EARLIER)) engine.extract(text)
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    fresh.slice(EARLIER + round * A_ROUND, EARLIER + (round + 1) * A_ROUND),
  )
  const texts = samples.map((sample) => sample.text)
  const again = Array.from({ length: 8 }, () => texts).flat()
  const reading = (some: readonly string[]) => timed(() => some.map((text) => engine.extract(text)))
  // The fastest round: a slow one says more about the machine's other work.
  const newTokens = Math.max(...rounds.map((some) => (1000 * tokensOf(some)) / reading(some)))
  const shortest = Math.min(...rounds.map(() => reading(again)))
  const all = texts.join('\n\n')
  const megabyte = all.repeat(Math.ceil(1_000_000 / all.length)).slice(0, 1_000_000)
  const long = timed(() => engine.extract(megabyte))
  const lines = [
    { name: 'engine: weights loaded', value: loading, unit: 'ms', aim: 'under 300' },
    { name: 'engine: tokens of new text', value: newTokens, unit: '/s', aim: '60000' },
    {
      name: 'engine: tokens met before',
      value: (1000 * tokensOf(again)) / shortest,
      unit: '/s',
      aim: '60000',
    },
    { name: 'engine: articles met before', value: (1000 * again.length) / shortest, unit: '/s', aim: '60' },
    { name: 'engine: text of 1 MB', value: long / 1000, unit: 's', aim: 'under 5' },
  ]
  for (const { name, value, unit, aim } of lines)
    console.log(`${name.padEnd(34)}  ${value.toFixed(unit === 's' ? 2 : 0)} ${unit}  aim: ${aim}`)
  return lines
}

const tokensOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + read(text).tokens.length, 0)

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

const MARKS = /["“”‘’']/
const SENTENCE_ENDS = /(?<=[.!?]["”’]?) /
/** A capital inside a sentence: a name, or as good as one. */
const NAME = /(?<=[\p{Ll},“] )\p{Lu}\p{Ll}{3,}/gu
const PLAIN_WORD = /(?<= )\p{Ll}{4,}(?=[ ,.])/u

/**
 * Articles of which hardly a sentence stands in another (one in four hundred): the samples with clauses from each other,
 * names of their own, and a word of its own in a sentence that was met all the same. Harder than news: one word in fifteen
 * was never met before. The same on every run.
 */
export function newTexts(count: number): string[] {
  const dice = random(3)
  const clauses = samples
    .flatMap(({ text }) => text.split(/\n|, |(?<=[.!?]) /))
    .filter((clause) => !MARKS.test(clause) && /^\p{Ll}.*\p{Ll}$/u.test(clause))
  const met = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const names = new Map<string, string>()
    const nameFor = (name: string): string => {
      const known = names.get(name) ?? coined(dice, name)
      names.set(name, known)
      return known
    }
    const sentence = (written: string): string => {
      const parts = written.split(', ').map((part) => {
        const whole = MARKS.test(part) || !/^\p{Ll}.*\p{Ll}$/u.test(part)
        return whole ? part : (clauses[dice.below(clauses.length)] ?? part)
      })
      const renamed = parts.join(', ').replace(NAME, nameFor)
      const own = met.has(renamed) ? renamed.replace(PLAIN_WORD, (word) => coined(dice, word)) : renamed
      met.add(own)
      return own
    }
    const { text } = samples[index % samples.length] as (typeof samples)[number]
    const lines = text.split('\n').map((line) => line.split(SENTENCE_ENDS).map(sentence).join(' '))
    return lines.join('\n')
  })
}

const SYLLABLES = 'bar cor dell fen gan hol kes lin mor nev or pel quin ras sel tor ul ves wen yar'.split(' ')

/** A word that is none, with the ending of another and its capital. */
function coined(dice: Random, word: string): string {
  const stem = [1, 2, 3].map(() => SYLLABLES[dice.below(SYLLABLES.length)]).join('')
  const made = stem + word.slice(-2)
  return /^\p{Lu}/u.test(word) ? made.slice(0, 1).toUpperCase() + made.slice(1) : made
}
