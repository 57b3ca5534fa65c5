// Records of a complete export as lines. Claims and tags, of which there are many, are written out by hand.

import type { ArticleEntry, PlacedClaim, TagRow } from './corpus.ts'
import { recordOf } from './records.ts'
import { quoted, quotedOrNull, spansWritten, timeWriter } from './written.ts'

export const line = (record: object) => `${JSON.stringify(record)}\n`

/** An article, its claims, and then what hangs on them. */
export function articleLines() {
  const lines = lineWriters()
  return function* ({ article, claims }: ArticleEntry<'text' | 'tags'>): Generator<string, void> {
    yield line(recordOf.article(article))
    for (const claim of claims) yield lines.claim(claim)
    for (const claim of claims) {
      for (const tag of claim.tags) yield lines.tag(tag)
      for (const ruling of claim.rulings) yield line(recordOf.ruling(ruling))
    }
  }
}

type Speaker = PlacedClaim['speakers'][number]
type Position = PlacedClaim['positions'][number]

const speaker = ({ id, name, kind }: Speaker) => `{"id":"${id}","name":${quoted(name)},"kind":"${kind}"}`

const position = (p: Position) =>
  `{"question":"${p.question}","position":"${p.position}","basis":"${p.basis}","confidence":${p.confidence},"settled":${p.settled},"wordsAlone":${wordsAlone(p)}}`

const wordsAlone = ({ wordsAlone: alone }: Pick<Position, 'wordsAlone'>) =>
  alone === null ? 'null' : JSON.stringify(alone)

/** Both give what JSON.stringify makes of what the API shows, which a test holds them to. */
export function lineWriters() {
  const time = timeWriter()
  return {
    claim(c: PlacedClaim): string {
      return `{"record":"claim","id":"${c.id}","articleId":"${c.articleId}","ordinal":${c.ordinal},"type":"${c.type}","polarity":"${c.polarity}","quote":${quoted(c.quote)},"content":${spansWritten(c.content)},"cue":${spansWritten(c.cue)},"source":${spansWritten(c.source)},"prefix":${quoted(c.prefix)},"suffix":${quoted(c.suffix)},"speakers":[${c.speakers.map(speaker).join()}],"attribution":{"method":${quoted(c.method)},"confidence":${c.methodConfidence}},"parentId":${quotedOrNull(c.parentId)},"confidence":${c.confidence},"status":"${c.status}","createdBy":{"id":"${c.createdBy}","kind":"${c.creatorKind}","name":${quoted(c.creatorName)},"version":${quotedOrNull(c.createdVersion)}},"positions":[${c.positions.map(position).join()}],"createdAt":${time(c.createdAt)},"updatedAt":${time(c.updatedAt)}}\n`
    },
    tag(t: TagRow): string {
      return `{"record":"tag","id":"${t.id}","claimId":"${t.claimId}","question":"${t.question}","questionVersion":${t.questionVersion},"position":"${t.position}","annotatorId":"${t.annotatorId}","annotatorVersion":${quotedOrNull(t.annotatorVersion)},"confidence":${t.confidence},"rationale":${quotedOrNull(t.rationale)},"wordsAlone":${wordsAlone(t)},"annotatorKind":"${t.kind}","createdAt":${time(t.createdAt)},"current":${t.current === 1}}\n`
    },
  }
}
