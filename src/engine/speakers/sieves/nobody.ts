// Some sources name nobody who could answer for what is said.
// "The court was told that …", "according to court filings" → nobody
import { coreEnd } from '../noun-phrase.ts'
import { NOBODY, type Sieve } from './sieve.ts'

const UNANSWERABLE = /^(?:nobody|no one|none|no-one|it|there|neither)$/
const LOOSE_PAPERS = new Set(
  (
    'filings papers documents records transcript transcripts invoices emails survey study studies poll statistics research ' +
    'figures computer page'
  ).split(' '),
)

export const nobody: Sieve = (source, { scene, attributions }) => {
  const { first, last, text, attribution } = source
  if (first >= last) return attribution.cue.length > 0 ? NOBODY : null
  if (UNANSWERABLE.test(text) && text !== 'it' && text !== 'neither') return NOBODY
  if (text === 'it')
    return isPassive(attributions[source.index]?.cue ?? [], scene.document.text) ? NOBODY : null
  const end = coreEnd(scene.words, scene.names, first, last)
  const head = scene.words[end - 1]?.lower ?? ''
  const owned = /\b(?:by|from) (?:the|a|an|its|his|her|their)\b/.test(
    scene.words
      .slice(end, last)
      .map((word) => word.lower)
      .join(' '),
  )
  const named = scene.words.slice(first, last).some((_, offset) => scene.names.has(first + offset))
  const definite = /^(?:the|its|his|her|their|our|my)$/.test(scene.words[first]?.lower ?? '')
  return LOOSE_PAPERS.has(head) && !definite && !owned && !named ? NOBODY : null
}

/** "it was argued", "it is said". */
const isPassive = (cue: readonly { readonly start: number; readonly end: number }[], text: string): boolean =>
  /^(?:was|is|were|has been|had been)\s+(?:\w+ly\s+)?(?:said|argued|claimed|alleged|reported|submitted|suggested|put|thought|believed|understood|noted|held)\b(?!.* to\b)/i.test(
    cue.map((span) => text.slice(span.start, span.end)).join(' '),
  )
