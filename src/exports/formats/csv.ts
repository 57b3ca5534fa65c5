// Claims as a table for spreadsheets (RFC 4180), with three columns for each question.

import { stringify } from 'csv-stringify/sync'
import { spansOf } from '../../claims/written.ts'
import { isoOrNull } from '../../http/formats.ts'
import type { ClaimEntry, Corpus, KnownOfArticle } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

type Column = readonly [
  name: string,
  of: (claim: ClaimEntry, article: KnownOfArticle) => string | number | null,
]

const COLUMNS: readonly Column[] = [
  ['id', (claim) => claim.id],
  ['articleId', (claim) => claim.articleId],
  ['title', (_, article) => article.title],
  ['publisher', (_, article) => article.publisher],
  ['publishedAt', (_, article) => isoOrNull(article.publishedAt)],
  ['url', (_, article) => article.url],
  ['ordinal', (claim) => claim.ordinal],
  ['type', (claim) => claim.type],
  ['polarity', (claim) => claim.polarity],
  ['status', (claim) => claim.status],
  ['quote', (claim) => claim.quote],
  ['start', (claim) => spansOf(claim.content)[0]?.points[0] ?? null],
  ['end', (claim) => spansOf(claim.content).at(-1)?.points[1] ?? null],
  ['speakers', (claim) => claim.speakers.map((speaker) => speaker.name).join('; ')],
  ['speakerIds', (claim) => claim.speakers.map((speaker) => speaker.id).join('; ')],
  ['method', (claim) => claim.method],
  ['confidence', (claim) => claim.confidence],
  ['parentId', (claim) => claim.parentId],
  ['createdBy', (claim) => claim.creatorName],
]

function columnsOf(question: string): Column[] {
  const at = (claim: ClaimEntry) => claim.positions.find((one) => one.question === question)
  return [
    [`${question}: position`, (claim) => at(claim)?.position ?? null],
    [`${question}: basis`, (claim) => at(claim)?.basis ?? null],
    [`${question}: confidence`, (claim) => at(claim)?.confidence ?? null],
  ]
}

// A cell that begins like a formula gets an apostrophe before it: spreadsheets would run it.
const rows = (cells: readonly unknown[][]) =>
  stringify(cells as unknown[][], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    // A line end of its own is no delimiter to the writer, and one to most readers.
    quoted_match: /[\r\n]/,
  })

async function* write(corpus: Corpus) {
  const columns = [...COLUMNS]
  for await (const { slug } of corpus.questions()) columns.push(...columnsOf(slug))
  yield [rows([columns.map(([name]) => name)])]
  for await (const { article, claims } of corpus.articles([]))
    if (claims.length > 0) yield [rows(claims.map((claim) => columns.map(([, of]) => of(claim, article))))]
}

export const csv: Format = {
  name: 'claims.csv',
  operationId: 'exportTable',
  mediaType: 'text/csv; charset=utf-8; header=present',
  summary: 'Export claims as a table',
  description:
    'A row a claim, with its position on each question (CSV, RFC 4180, UTF-8). A cell that a spreadsheet would run as a formula begins with an apostrophe.',
  losses: [
    losses.keys,
    losses.ledger,
    losses.texts,
    losses.unclaimed,
    losses.speakers,
    losses.questions,
    losses.tags,
    losses.history,
    losses.rationales,
    losses.cue,
    losses.made,
    { code: 'pieces', detail: 'Where each piece of a claim in several pieces stands: first and last only.' },
  ],
  filtered: true,
  write,
}
