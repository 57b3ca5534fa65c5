// W3C Web Annotations: a collection of them, whole in one file or page by page.

import type { Corpus } from '../corpus.ts'
import { type Format, losses } from '../format.ts'
import { annotationWriter, CONTEXT, LABEL } from './annotation.ts'
import { pageOf } from './annotation-pages.ts'

const COLLECTION = 'urn:averment:annotations'
const PAGE = `${COLLECTION}:page:1`

async function* write(corpus: Corpus) {
  const { claims, tags, rulings } = await corpus.counts()
  const collection = {
    '@context': CONTEXT,
    id: COLLECTION,
    type: 'AnnotationCollection',
    label: LABEL,
    total: claims + tags + rulings,
    last: PAGE,
  }
  const page = { '@context': CONTEXT, id: PAGE, type: 'AnnotationPage', partOf: COLLECTION, startIndex: 0 }
  yield [`${open(collection)},"first":${open(page)},"items":[`]
  let between = '\n'
  const annotationsOf = annotationWriter()
  for await (const { article, claims } of corpus.articles(['tags', 'names'])) {
    if (claims.length === 0) continue
    yield separated(annotationsOf(article, claims), between)
    between = ',\n'
  }
  yield ['\n]}}\n']
}

function* separated(texts: Iterable<string>, before: string): Generator<string, void> {
  let between = before
  for (const text of texts) {
    yield between + text
    between = ',\n'
  }
}

/** Without its closing brace. */
const open = (object: object) => JSON.stringify(object).slice(0, -1)

export const webAnnotations: Format = {
  name: 'annotations.jsonld',
  operationId: 'exportWebAnnotations',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  summary: 'Export as W3C Web Annotations',
  description:
    'An AnnotationCollection with its one page: an annotation for each claim (`identifying` its speakers), each current tag (`classifying`) and each current ruling (`moderating`). `creator` is the annotator. Text is selected by quote and by position in code points. With `paged=true` the collection alone, with the addresses of its first and last page; with `page` one of them, of fifty articles, with those before and after it. Pages are read as they stand: for one moment of everything, take the whole.',
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
    { code: 'engine-versions', detail: 'With which version a program made a claim or a tag.' },
    losses.hearsay,
  ],
  filtered: true,
  page: pageOf,
  write,
}
