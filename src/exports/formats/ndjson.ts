// Everything, a record a line: what refers comes after what it refers to, and the last line says that nothing is missing.

import type { Corpus } from '../corpus.ts'
import { type Format, losses } from '../format.ts'
import { articleLines, line } from '../lines.ts'
import { FORMAT_VERSION, recordOf } from '../records.ts'

const missing = [
  losses.keys,
  losses.ledger,
  { code: 'idle-annotators', detail: 'Annotators who have made nothing that is in the file.' },
  { code: 'deletions', detail: 'That something was here once and has been deleted.' },
]

async function* write(corpus: Corpus) {
  yield [line({ record: 'corpus', format: 'averment', version: FORMAT_VERSION })]
  for await (const row of corpus.annotators()) yield [line(recordOf.annotator(row))]
  for await (const row of corpus.questions()) yield [line(recordOf.question(row))]
  for await (const row of corpus.speakers()) yield [line(recordOf.speaker(row))]
  for await (const row of corpus.affiliations()) yield [line(recordOf.affiliation(row))]
  const written = { articles: 0, claims: 0, tags: 0, rulings: 0 }
  const linesOf = articleLines()
  for await (const entry of corpus.articles(['text', 'tags'])) {
    yield linesOf(entry)
    written.articles++
    written.claims += entry.claims.length
    for (const { tags, rulings } of entry.claims) {
      written.tags += tags.length
      written.rulings += rulings.length
    }
  }
  yield [line({ record: 'end', ...written, losses: missing.map((loss) => loss.code) })]
}

export const ndjson: Format = {
  name: 'claims.ndjson',
  operationId: 'exportRecords',
  mediaType: 'application/x-ndjson',
  summary: 'Export everything',
  description:
    'A record a line: annotators (without keys), questions, speakers, then each article with its claims, tags and rulings. Taken in by an empty service it makes an identical one. The last line has record `end`; a file without it was cut.',
  losses: missing,
  filtered: true,
  write,
}
