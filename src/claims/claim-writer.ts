// A claim as JSON text, written by hand since pages are made of little else: the same bytes as JSON.stringify of what
// `presentClaim` makes of it, to which a test holds it. So ETags are the same, whichever of the two they are taken over.

import type { ClaimRow } from './present.ts'
import type { OffsetUnit } from './spans.ts'
import { quoted, quotedOrNull, spansWritten, timeWriter } from './written.ts'

/** A claim's row with its spans as they are stored. */
export interface ClaimText extends Omit<ClaimRow, 'content' | 'cue' | 'source' | 'start'> {
  readonly content: string
  readonly cue: string
  readonly source: string
}

type Speaker = ClaimRow['speakers'][number]
type Position = ClaimRow['positions'][number]

const speaker = ({ id, name, kind }: Speaker) => `{"id":"${id}","name":${quoted(name)},"kind":"${kind}"}`

const position = (p: Position) =>
  `{"question":"${p.question}","position":"${p.position}","basis":"${p.basis}","confidence":${p.confidence},"settled":${p.settled},"wordsAlone":${wordsAlone(p)}}`

export const wordsAlone = ({ wordsAlone: alone }: Pick<Position, 'wordsAlone'>) =>
  alone === null ? 'null' : JSON.stringify(alone)

/** What a claim shows of its row; the rest is what pages are cut by. */
export type ShownText = Omit<ClaimText, 'number' | 'publishedAt' | 'revision'>

export type ClaimWriter = (row: ShownText) => string

/** `opening` is for whoever writes more in front of a claim's own properties. */
export function claimWriter(unit: OffsetUnit, opening = '{'): ClaimWriter {
  const time = timeWriter()
  return (c) => {
    const said = `"quote":${quoted(c.quote)},"content":${spansWritten(c.content, unit)},"cue":${spansWritten(c.cue, unit)},"source":${spansWritten(c.source, unit)},"prefix":${quoted(c.prefix)},"suffix":${quoted(c.suffix)}`
    const by = `"attribution":{"method":${quoted(c.method)},"confidence":${c.methodConfidence}},"parentId":${quotedOrNull(c.parentId)},"confidence":${c.confidence},"status":"${c.status}","createdBy":{"id":"${c.createdBy}","kind":"${c.creatorKind}","name":${quoted(c.creatorName)},"version":${quotedOrNull(c.createdVersion)}}`
    return `${opening}"id":"${c.id}","articleId":"${c.articleId}","ordinal":${c.ordinal},"type":"${c.type}","polarity":"${c.polarity}",${said},"speakers":[${c.speakers.map(speaker).join()}],${by},"positions":[${c.positions.map(position).join()}],"createdAt":${time(c.createdAt)},"updatedAt":${time(c.updatedAt)}}`
  }
}
