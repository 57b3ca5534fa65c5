// Label Studio tasks: what people stand for as an annotation, what only the engine proposes as a prediction.

import { spansOf } from '../../claims/written.ts'
import { isoOrNull } from '../../http/formats.ts'
import type { StoredSpan } from '../../storage/tables.ts'
import type { ArticleEntry, ClaimEntry, Corpus } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

type Region = {
  readonly id: string
  readonly value: { readonly start: number; readonly end: number; readonly text: string }
}

/** Offsets as the browser counts them, in UTF-16 code units. */
const regionOf = (id: string, { utf16: [start, end], exact }: StoredSpan): Region => ({
  id,
  value: { start, end, text: exact },
})

const label = ({ id, value }: Region, name: string) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { ...value, labels: [name] },
})
const choice = ({ id, value }: Region, name: string, chosen: string) => ({
  id,
  from_name: name,
  to_name: 'text',
  type: 'choices',
  value: { ...value, choices: [chosen] },
})
const relation = (from: Region | undefined, to: Region | undefined, name: string) => ({
  from_id: from?.id,
  to_id: to?.id,
  type: 'relation',
  direction: 'right',
  labels: [name],
})

function resultsOf(claim: ClaimEntry): object[] {
  const regions = (part: 'content' | 'cue' | 'source') =>
    spansOf(claim[part]).map((span, i) => regionOf(`${claim.id}-${part}-${i + 1}`, span))
  const content = regions('content')
  const [first] = content
  if (!first) return []
  const linked = [
    ['cue', 'Cue', 'reports'],
    ['source', 'Source', 'says'],
  ] as const
  return [
    ...content.map((region) => label(region, 'Content')),
    ...content.slice(1).map((region, i) => relation(content[i], region, 'continues')),
    choice(first, 'type', claim.type),
    choice(first, 'polarity', claim.polarity),
    ...claim.positions
      .filter((one) => one.basis !== 'machine')
      // Noted beside it: where it comes back as it was, nobody has placed the claim anew.
      .map(({ question, position }) => ({
        ...choice(first, `position-${question}`, position),
        meta: { stands: position },
      })),
    ...(claim.speakers.length === 0
      ? []
      : [
          {
            id: first.id,
            from_name: 'speaker',
            to_name: 'text',
            type: 'textarea',
            value: { ...first.value, text: claim.speakers.map((speaker) => speaker.name) },
          },
        ]),
    ...linked.flatMap(([part, name, how]) =>
      regions(part).flatMap((region) => [label(region, name), relation(region, first, how)]),
    ),
  ]
}

function taskOf({ article, claims }: ArticleEntry<'text'>, id: number) {
  const { title, publisher, url, text } = article
  const data = {
    articleId: article.id,
    title,
    publisher,
    publishedAt: isoOrNull(article.publishedAt),
    url,
    text,
  }
  const result = (status: string) => claims.filter((claim) => claim.status === status).flatMap(resultsOf)
  return {
    id,
    data,
    annotations: [{ id, result: result('confirmed') }],
    predictions: [{ model_version: article.engineVersion, result: result('proposed') }],
  }
}

async function* write(corpus: Corpus) {
  let id = 0
  yield ['[']
  for await (const entry of corpus.articles(['text']))
    yield [id === 0 ? '\n' : ',\n', JSON.stringify(taskOf(entry, ++id))]
  yield ['\n]\n']
}

export const labelStudio: Format = {
  name: 'label-studio.json',
  operationId: 'exportLabelStudio',
  mediaType: 'application/json; charset=utf-8',
  summary: 'Export as Label Studio tasks',
  description:
    'A task an article: confirmed claims as its annotation, proposed ones as its prediction. Regions `Content`, `Cue` and `Source` in UTF-16 code units; `type`, `polarity`, `position-<question>` as choices and `speaker` as text of the first region.',
  losses: [
    losses.keys,
    losses.ledger,
    { code: 'article-data', detail: 'Bylines, languages and metadata of articles.' },
    losses.rejected,
    losses.speakers,
    losses.questions,
    losses.tags,
    { code: 'machine-positions', detail: 'Positions that rest on the machine alone.' },
    losses.history,
    losses.rationales,
    losses.confidence,
    losses.made,
    losses.hearsay,
  ],
  filtered: true,
  write,
}
