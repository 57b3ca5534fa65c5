// A source is a name or noun phrase: an adverb that leads over to the cue is no part of it.
// [Fenn nevertheless] <denied> → [Fenn]; [she still] <says> → [she]; but [the guild's ally] stays.
import type { Draft, Range } from './draft.ts'
import type { Reading } from './reading.ts'

const ADVERB =
  /^(?:still|also|then|now|later|never|already|again|further|thus|therefore|however|nevertheless|nonetheless|once|soon|since|even|just|only|first|often|always|sometimes|repeatedly|publicly|privately|recently|previously|initially|originally|eventually|finally|immediately|subsequently|consistently|frequently|explicitly|specifically|correctly|incorrectly|wrongly|rightly|falsely|reportedly|apparently|clearly|flatly|strongly|firmly|quickly|angrily|quietly|simply|merely|likewise|similarly|instead|meanwhile)$/u

/** "Ahead of the hearing, Brad Orme, counsel …": the opening phrase of the sentence is no part of the source. */
const OPENS_SENTENCE =
  /^(?:ahead|on|in|at|after|before|during|following|for|speaking|since|by|as|with|under|despite|besides|earlier|later|days|weeks|months|outside|last|to|from|when|while|meanwhile|yesterday|today)$/iu

function withoutOpening({ document: { text, tokens, sentences }, sentence }: Reading, source: Range): Range {
  const word = (at: number) => text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0)
  const first = sentences[sentence[source.first] ?? -1]?.first
  if (first !== source.first || !OPENS_SENTENCE.test(word(first))) return source
  for (let at = first + 1; at < source.last - 1; at++) {
    if (word(at) === ',') return { first: at + 1, last: source.last }
  }
  return source
}

function trimmed({ document: { text, tokens } }: Reading, source: Range, cue: Range): Range {
  let last = source.last
  while (
    last - source.first > 1 &&
    last <= cue.first &&
    ADVERB.test(text.slice(tokens[last - 1]?.start ?? 0, tokens[last - 1]?.end ?? 0))
  )
    last--
  return last === source.last ? source : { first: source.first, last }
}

export function plainSources(reading: Reading, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const cue = draft.cue[0]
    const source = draft.source.at(-1)
    if (!cue || !source) return draft
    const plain = trimmed(reading, withoutOpening(reading, source), cue)
    return plain === source ? draft : { ...draft, source: [...draft.source.slice(0, -1), plain] }
  })
}
