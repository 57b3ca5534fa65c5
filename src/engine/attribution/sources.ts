// A source is a name or noun phrase: an adverb that leads over to the cue is no part of it.
// [Fenn nevertheless] <denied> → [Fenn]; [she still] <says> → [she]; but [the guild's ally] stays.
import type { Draft, Range } from './draft.ts'
import type { Reading } from './reading.ts'

const ADVERB =
  /^(?:still|also|then|now|later|never|already|again|further|thus|therefore|however|nevertheless|nonetheless|once|soon|since|even|just|only|first|often|always|sometimes|repeatedly|publicly|privately|recently|previously|initially|originally|eventually|finally|immediately|subsequently|consistently|frequently|explicitly|specifically|correctly|incorrectly|wrongly|rightly|falsely|reportedly|apparently|clearly|flatly|strongly|firmly|quickly|angrily|quietly|simply|merely|likewise|similarly|instead|meanwhile)$/u

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
    const plain = trimmed(reading, source, cue)
    return plain === source ? draft : { ...draft, source: [...draft.source.slice(0, -1), plain] }
  })
}
