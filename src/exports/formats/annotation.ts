// A claim as W3C Web Annotations: who made it is its creator and who says it stands in its body; and one for each tag and ruling.

import { iso } from '../../http/formats.ts'
import type { ArticleRow, ClaimEntry, RulingRow, TagRow } from '../corpus.ts'

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
export const LABEL = 'Claims in press articles, who makes them, and where they stand'

/** Ids belong to this service and no other, and say so: they are names, not addresses. */
const urn = (id: string) => `urn:averment:${id}`

const agent = (id: string, name: string, kind: string) => ({
  id: urn(id),
  type: kind === 'software' ? 'Software' : kind === 'person' ? 'Person' : 'Organization',
  name,
})

const tagging = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })

/** One for each piece of the claim; offsets are code points, as the model has it. */
function targetsOf({ id, url, language }: ArticleRow, { content, prefix, suffix }: ClaimEntry) {
  const source = {
    id: urn(id),
    type: 'Text',
    format: 'text/plain',
    language,
    ...(url === null ? {} : { via: url }),
  }
  return content.map(({ exact, points: [start, end] }, i) => ({
    type: 'SpecificResource',
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact,
        ...(i === 0 && prefix !== '' ? { prefix } : {}),
        ...(i === content.length - 1 && suffix !== '' ? { suffix } : {}),
      },
      { type: 'TextPositionSelector', start, end },
    ],
  }))
}

const annotation = (id: string, motivation: string, creator: object, created: number) => ({
  '@context': CONTEXT,
  id: urn(id),
  type: 'Annotation',
  motivation,
  creator,
  created: iso(created),
})

function claimAnnotation(claim: ClaimEntry, target: object[]) {
  const creator = agent(claim.createdBy, claim.creatorName, claim.creatorKind)
  return {
    ...annotation(claim.id, 'identifying', creator, claim.createdAt),
    modified: iso(claim.updatedAt),
    body: [
      ...claim.speakers.map(({ id, name, kind }) => ({
        type: 'SpecificResource',
        purpose: 'identifying',
        source: agent(id, name, kind),
      })),
      ...[claim.type, claim.polarity, claim.status].map(tagging),
    ],
    target,
  }
}

/** Of a tag `classifying`, of a ruling, which settles the matter, `moderating`. */
function placement(row: TagRow | RulingRow, kind: string, motivation: string, target: object[]) {
  const creator = agent(row.annotatorId, row.annotatorName, kind)
  const { question, position, rationale } = row
  return {
    ...annotation(row.id, motivation, creator, row.createdAt),
    body: [
      { type: 'SpecificResource', purpose: 'classifying', source: urn(`question:${question}:${position}`) },
      ...(rationale === null ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: rationale }]),
    ],
    target,
  }
}

export function* annotationsOf(article: ArticleRow, claim: ClaimEntry) {
  const target = targetsOf(article, claim)
  yield claimAnnotation(claim, target)
  for (const tag of claim.tags) if (tag.current === 1) yield placement(tag, tag.kind, 'classifying', target)
  for (const ruling of claim.rulings)
    if (ruling.current === 1) yield placement(ruling, ruling.annotatorKind, 'moderating', target)
}
