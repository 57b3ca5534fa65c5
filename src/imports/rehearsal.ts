// A dry run onto a text that is not stored: its words must be there, the question take the position, and what the engine would find is there already.

import type { Anchoring } from '../claims/spans.ts'
import type { ExtractedClaim, Extraction } from '../engine/types.ts'
import { fold } from '../speakers/names.ts'
import type { Operation } from '../storage/database.ts'
import type { Status } from './format.ts'
import type { Mark } from './marks.ts'
import { anchored, joinedOverLines, sameSpans } from './pieces.ts'
import { strongest } from './placements.ts'
import { missing } from './records/ground.ts'
import type { ImportStatements } from './statements.ts'

export const rehearsal = (s: ImportStatements) =>
  function* rehearse(mark: Mark, anchors: Anchoring): Operation<{ status: Status; id: string }> {
    const { content, places, status, text = '', foreseen } = mark
    const spans = content.map((piece, i) => anchored(anchors, piece, `/content/${i}`))
    const isRejected = status === 'rejected'
    if (!isRejected) for (const place of places) yield* checkPlace(s, place)
    const found = foreseen?.claims.find((one) => {
      const words = one.content.map(({ start, end }) => ({ utf16: [start, end] as const }))
      if (!mark.endsAtLines) return sameSpans(words, spans)
      return sameSpans(joinedOverLines(words, text), joinedOverLines(spans, text))
    })
    const is = found === undefined ? 'created' : foreseenAs(mark, found, foreseen?.speakers ?? [])
    return { status: places.length > 0 && !isRejected ? strongest([is, 'created']) : is, id: '' }
  }

/** What a proposal of the engine would come to. */
function foreseenAs(
  { status, type, polarity, speakers }: Mark,
  found: ExtractedClaim,
  cast: Extraction['speakers'],
): Status {
  if (status !== 'proposed') return 'replaced'
  const known = found.speakers.flatMap((at) => {
    const one = cast[at]
    return one ? [[one.name, ...one.aliases].map(fold)] : []
  })
  const sameSpeakers =
    speakers.length === 0 ||
    (speakers.length === known.length &&
      speakers.every(({ name }) => known.some((names) => names.includes(fold(name)))))
  const same = (type ?? found.type) === found.type && (polarity ?? found.polarity) === found.polarity
  return same && sameSpeakers ? 'unchanged' : 'kept'
}

function* checkPlace(
  s: ImportStatements,
  { question, position }: { readonly question: string; readonly position: string },
): Operation<void> {
  const [found] = yield* s.question({ slug: question })
  if (!found) throw missing('/question', 'unknown_question', `There is no question "${question}".`)
  if (found.status !== 'open') throw missing('/question', 'question_closed', 'This question is closed.')
  if (!found.positions.some((one) => one.slug === position))
    throw missing('/position', 'unknown_position', `The question has no position "${position}".`)
}
