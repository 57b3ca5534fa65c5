// Sentences within one paragraph: a stop ends one unless it belongs to an abbreviation, an initial or a number.

import type { Span } from './types.ts'

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen sens rep reps gov lt col gen capt sgt maj cmdr adm hon rev fr sr jr st ste mt ft ' +
    'no nos vs v inc corp co ltd llc llp plc bros dept dist div univ assn ave blvd rd jan feb mar apr jun jul aug ' +
    'sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont ' +
    'neb nev okla ore pa penn tenn tex vt va wash wis wyo art arts sec secs para paras cf al ed eds vol approx est cir'
  ).split(' '),
)

const CLOSERS = new Set(['"', '\u201d', '\u2019', "'", "''", ')', ']'])

/**
 * Token ranges [from, to) of the sentences of the paragraph whose tokens are [from, to).
 * A closing mark after the stop stays with its sentence; a lower-case word after it means the sentence goes on
 * (“Will it hold?” she asked).
 */
export function sentencesOf(
  text: string,
  tokens: readonly Span[],
  from: number,
  to: number,
): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = []
  let start = from
  for (let i = from; i < to; i++) {
    if (!isStop(text, tokens, i, from)) continue
    let next = i + 1
    while (next < to && isTrailing(text, tokens, next)) next++
    if (next < to && !beginsSentence(text, tokens[next] as Span)) continue
    out.push({ from: start, to: next })
    start = next
    i = next - 1
  }
  if (start < to) out.push({ from: start, to })
  return out
}

function isStop(text: string, tokens: readonly Span[], at: number, from: number): boolean {
  const token = tokens[at] as Span
  const mark = text.slice(token.start, token.end)
  if (mark === '!' || mark === '?' || mark === '\u2026') return true
  if (mark !== '.') return false
  const before = at > from ? (tokens[at - 1] as Span) : undefined
  if (before === undefined || before.end !== token.start) return true
  const word = text.slice(before.start, before.end)
  return !(ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word))
}

function isTrailing(text: string, tokens: readonly Span[], at: number): boolean {
  const token = tokens[at] as Span
  const before = tokens[at - 1] as Span
  const word = text.slice(token.start, token.end)
  if (/^[.!?\u2026]$/.test(word)) return true
  return CLOSERS.has(word) && token.start === before.end
}

function beginsSentence(text: string, token: Span): boolean {
  const first = text.slice(token.start, token.start + 2)
  return !/^[\p{Ll},;:)\]\u2014\u2013-]/u.test(first)
}
