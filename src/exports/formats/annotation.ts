// A claim as W3C Web Annotations: who made it is its creator and who says it stands in its body; and one for each tag and ruling.

import { quoted, spansOf, timeWriter } from '../../claims/written.ts'
import type { ClaimEntry, KnownOfArticle, PlacedClaim, RulingRow, TagRow } from '../corpus.ts'

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
export const LABEL = 'Claims in press articles, who makes them, and where they stand'

/** Ids belong to this service and no other, and say so: they are names, not addresses. */
const urn = (id: string) => `"urn:averment:${id}"`

const agent = (id: string, name: string, kind: string) =>
  `{"id":${urn(id)},"type":"${kind === 'software' ? 'Software' : kind === 'person' ? 'Person' : 'Organization'}","name":${quoted(name)}}`

const tagging = (value: string) => `{"type":"TextualBody","purpose":"tagging","value":"${value}"}`

const sourceOf = ({ id, url, language }: KnownOfArticle) =>
  `{"id":${urn(id)},"type":"Text","format":"text/plain","language":${quoted(language)}${url === null ? '' : `,"via":${quoted(url)}`}}`

/** One for each piece of the claim; offsets are code points, as the model has it. */
function targetsOf(source: string, { content, prefix, suffix }: ClaimEntry): string {
  const targets = spansOf(content).map(({ exact, points: [start, end] }, i, { length }) => {
    const before = i === 0 && prefix !== '' ? `,"prefix":${quoted(prefix)}` : ''
    const after = i === length - 1 && suffix !== '' ? `,"suffix":${quoted(suffix)}` : ''
    return `{"type":"SpecificResource","source":${source},"selector":[{"type":"TextQuoteSelector","exact":${quoted(exact)}${before}${after}},{"type":"TextPositionSelector","start":${start},"end":${end}}]}`
  })
  return `[${targets.join()}]`
}

/** As texts of JSON: there are several for each claim, and most of each says again where the claim stands. */
export function annotationWriter() {
  const time = timeWriter()
  const annotation = (id: string, motivation: string, creator: string, created: number) =>
    `{"@context":"${CONTEXT}","id":${urn(id)},"type":"Annotation","motivation":"${motivation}","creator":${creator},"created":${time(created)}`

  function claimAnnotation(claim: ClaimEntry, target: string): string {
    const creator = agent(claim.createdBy, claim.creatorName, claim.creatorKind)
    const body = [
      ...claim.speakers.map(
        ({ id, name, kind }) =>
          `{"type":"SpecificResource","purpose":"identifying","source":${agent(id, name, kind)}}`,
      ),
      ...[claim.type, claim.polarity, claim.status].map(tagging),
    ]
    return `${annotation(claim.id, 'identifying', creator, claim.createdAt)},"modified":${time(claim.updatedAt)},"body":[${body.join()}],"target":${target}}`
  }

  /** Of a tag `classifying`, of a ruling, which settles the matter, `moderating`. */
  function placement(row: TagRow | RulingRow, kind: string, motivation: string, target: string): string {
    const creator = agent(row.annotatorId, row.annotatorName, kind)
    const { question, position, rationale } = row
    const why =
      rationale === null ? '' : `,{"type":"TextualBody","purpose":"commenting","value":${quoted(rationale)}}`
    return `${annotation(row.id, motivation, creator, row.createdAt)},"body":[{"type":"SpecificResource","purpose":"classifying","source":${urn(`question:${question}:${position}`)}}${why}],"target":${target}}`
  }

  return function* (article: KnownOfArticle, claims: readonly PlacedClaim[]): Generator<string, void> {
    const source = sourceOf(article)
    for (const claim of claims) {
      const target = targetsOf(source, claim)
      yield claimAnnotation(claim, target)
      for (const tag of claim.tags)
        if (tag.current === 1) yield placement(tag, tag.kind, 'classifying', target)
      for (const ruling of claim.rulings)
        if (ruling.current === 1) yield placement(ruling, ruling.annotatorKind, 'moderating', target)
    }
  }
}
