// Articles that people have gone through, as the engine's trainer reads them; offsets are UTF-16 code units.

import { spansOf } from '../../claims/written.ts'
import type { ArticleEntry, Corpus } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

const pairs = (stored: string) => spansOf(stored).map((span) => span.utf16)

/** Where a claim was never looked at, what is left out of the line would be taught as being no claim. */
const isReviewed = ({ claims }: ArticleEntry<'text'>) =>
  claims.every((claim) => claim.status !== 'proposed') && claims.some((claim) => claim.status === 'confirmed')

const lineOf = ({ article, claims }: ArticleEntry<'text'>) => ({
  id: article.id,
  text: article.text,
  attributions: claims
    .filter((claim) => claim.status === 'confirmed')
    .map(({ source, cue, content, speakers, polarity }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
      speakers: speakers.map((speaker) => speaker.name),
      polarity,
    })),
})

async function* write(corpus: Corpus) {
  for await (const entry of corpus.articles(['text']))
    if (isReviewed(entry)) yield [JSON.stringify(lineOf(entry)), '\n']
}

export const training: Format = {
  name: 'training.jsonl',
  operationId: 'exportTraining',
  mediaType: 'application/x-ndjson',
  summary: 'Export a corpus for the engine’s trainer',
  description:
    'A TrainingLine a line: the articles of which every claim has been confirmed or rejected, with the confirmed ones. `npm run train -- --corpus` reads it.',
  losses: [
    losses.keys,
    losses.ledger,
    { code: 'unreviewed', detail: 'Articles with a claim that nobody has confirmed or rejected.' },
    losses.rejected,
    losses.texts,
    losses.speakers,
    losses.questions,
    losses.tags,
    losses.history,
    losses.rationales,
    losses.confidence,
    losses.status,
    losses.made,
    losses.hearsay,
  ],
  filtered: false,
  write,
}
