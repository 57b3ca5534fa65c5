// Records of a complete export as lines. Claims and tags, of which there are many, are written out by hand, claims as everywhere else.

import { claimWriter, wordsAlone } from '../claims/claim-writer.ts'
import { quotedOrNull, timeWriter } from '../claims/written.ts'
import type { ArticleEntry, PlacedClaim, TagRow } from './corpus.ts'
import { recordOf } from './records.ts'

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

/** Both give what JSON.stringify makes of what the API shows, which a test holds them to. */
export function lineWriters() {
  const time = timeWriter()
  const write = claimWriter('codepoint', '{"record":"claim",')
  return {
    claim: (claim: PlacedClaim): string => `${write(claim)}\n`,
    tag(t: TagRow): string {
      return `{"record":"tag","id":"${t.id}","claimId":"${t.claimId}","question":"${t.question}","questionVersion":${t.questionVersion},"position":"${t.position}","annotatorId":"${t.annotatorId}","annotatorVersion":${quotedOrNull(t.annotatorVersion)},"confidence":${t.confidence},"rationale":${quotedOrNull(t.rationale)},"wordsAlone":${wordsAlone(t)},"annotatorKind":"${t.kind}","createdAt":${time(t.createdAt)},"current":${t.current === 1}}\n`
    },
  }
}
