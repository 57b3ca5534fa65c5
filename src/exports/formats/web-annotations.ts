// W3C Web Annotations: an annotation a claim, who made it as its creator and who says it in its body; and one a tag or ruling.

import { iso } from '../../http/formats.ts'
import type { ArticleRow, ClaimEntry, Corpus, RulingRow, TagRow } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const COLLECTION = 'urn:averment:annotations'
const PAGE = `${COLLECTION}:page:1`

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

function* annotationsOf(article: ArticleRow, claim: ClaimEntry) {
  const target = targetsOf(article, claim)
  yield claimAnnotation(claim, target)
  for (const tag of claim.tags) if (tag.current === 1) yield placement(tag, tag.kind, 'classifying', target)
  for (const ruling of claim.rulings)
    if (ruling.current === 1) yield placement(ruling, ruling.annotatorKind, 'moderating', target)
}

async function* write(corpus: Corpus) {
  const { claims, tags, rulings } = await corpus.counts()
  const collection = {
    '@context': CONTEXT,
    id: COLLECTION,
    type: 'AnnotationCollection',
    label: 'Claims in press articles, who makes them, and where they stand',
    total: claims + tags + rulings,
    last: PAGE,
  }
  const page = { '@context': CONTEXT, id: PAGE, type: 'AnnotationPage', partOf: COLLECTION, startIndex: 0 }
  yield `${open(collection)},"first":${open(page)},"items":[`
  let between = '\n'
  for await (const { article, claims } of corpus.articles())
    for (const claim of claims)
      for (const one of annotationsOf(article, claim)) {
        yield between + JSON.stringify(one)
        between = ',\n'
      }
  yield '\n]}}\n'
}

/** Without its closing brace. */
const open = (object: object) => JSON.stringify(object).slice(0, -1)

export const webAnnotations: Format = {
  name: 'annotations.jsonld',
  operationId: 'exportWebAnnotations',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  summary: 'Export as W3C Web Annotations',
  description:
    'An AnnotationCollection with its one page: an annotation for each claim (`identifying` its speakers), each current tag (`classifying`) and each current ruling (`moderating`). `creator` is the annotator. Text is selected by quote and by position in code points.',
  losses: [
    losses.keys,
    losses.ledger,
    losses.texts,
    losses.unclaimed,
    losses.cue,
    losses.speakers,
    losses.questions,
    { code: 'question-versions', detail: 'The version of the question a tag or ruling was made under.' },
    losses.history,
    losses.confidence,
    losses.hearsay,
  ],
  filtered: true,
  write,
}
