// schema.org: articles, questions with the answers that are their positions, and what is quoted (Quotation) or reported (Claim).

import { isoOrNull } from '../../http/formats.ts'
import type { ClaimEntry, Corpus, KnownOfArticle, QuestionRow } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

const urn = (id: string) => `urn:averment:${id}`
const answer = (question: string, position: string) => urn(`question:${question}:${position}`)

const questionOf = ({ slug, text, positions }: QuestionRow) => ({
  '@type': 'Question',
  '@id': urn(`question:${slug}`),
  text,
  suggestedAnswer: positions.map((one) => ({
    '@type': 'Answer',
    '@id': answer(slug, one.slug),
    name: one.label,
    text: one.definition,
  })),
})

const articleOf = ({ id, title, publisher, byline, url, publishedAt, language, sha256 }: KnownOfArticle) => ({
  '@type': 'NewsArticle',
  '@id': urn(id),
  headline: title,
  inLanguage: language,
  identifier: `sha256:${sha256}`,
  ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
  ...(byline === null ? {} : { creditText: byline }),
  ...(url === null ? {} : { url }),
  ...(publishedAt === null ? {} : { datePublished: isoOrNull(publishedAt) }),
})

const speakerOf = ({ id, name, kind }: ClaimEntry['speakers'][number]) => ({
  '@type': kind === 'person' ? 'Person' : kind === 'unknown' ? 'Thing' : 'Organization',
  '@id': urn(id),
  name,
})

/** Words in quotation marks are a Quotation, spoken by somebody; others a Claim that somebody makes. */
function statementOf({ id, articleId, type, quote, speakers, positions, createdAt }: ClaimEntry) {
  const who = speakers.map(speakerOf)
  const article = { '@id': urn(articleId) }
  const about = positions.map(({ question, position }) => ({ '@id': answer(question, position) }))
  const shared = { '@id': urn(id), text: quote, about, dateCreated: isoOrNull(createdAt) }
  return type === 'indirect'
    ? { '@type': 'Claim', ...shared, author: who, appearance: article }
    : { '@type': 'Quotation', ...shared, spokenByCharacter: who, isPartOf: article }
}

async function* graph(corpus: Corpus) {
  for await (const question of corpus.questions()) yield [questionOf(question)]
  for await (const { article, claims } of corpus.articles([])) {
    const stands = claims.filter((claim) => claim.status !== 'rejected')
    yield [articleOf(article), ...stands.map(statementOf)]
  }
}

async function* write(corpus: Corpus) {
  yield ['{"@context":"https://schema.org","@graph":[']
  let between = '\n'
  for await (const nodes of graph(corpus)) {
    yield nodes.map((node, i) => `${i === 0 ? between : ',\n'}${JSON.stringify(node)}`)
    between = ',\n'
  }
  yield ['\n]}\n']
}

export const schemaOrg: Format = {
  name: 'quotations.jsonld',
  operationId: 'exportQuotations',
  mediaType: 'application/ld+json; charset=utf-8',
  summary: 'Export as schema.org quotations and claims',
  description:
    'A graph for search engines and fact checkers: NewsArticle, Question with its Answers, and each claim as Quotation (in quotation marks) or Claim (reported), about the answer it gives.',
  losses: [
    losses.keys,
    losses.ledger,
    { code: 'texts', detail: 'Texts of articles; their hash is there.' },
    losses.spans,
    losses.cue,
    { code: 'polarity', detail: 'Whether the speaker asserts, denies or asks.' },
    losses.rejected,
    losses.speakers,
    losses.tags,
    losses.history,
    losses.rationales,
    losses.confidence,
    losses.status,
    losses.made,
    losses.hearsay,
  ],
  filtered: true,
  write,
}
