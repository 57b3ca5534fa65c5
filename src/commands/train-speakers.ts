// npm run train:speakers -- --corpus <set…> [--folds 4] [--out weights.ts]: learns who "she", "the company" and "its spokesman" are.
// Sets are folders of 01.json … with speakers; the same corpus gives the same weights.ts.
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { read } from '../engine/document.ts'
import { claimTypeOf } from '../engine/quotations/claim-type.ts'
import { regionsOf } from '../engine/quotations/index.ts'
import { contains, lengthOf } from '../engine/span.ts'
import { rank } from '../engine/speakers/ranking.ts'
import { type AnnotatedArticle, choicesOf } from '../engine/speakers/training/choices.ts'
import { trainRanking, weightsModule } from '../engine/speakers/training/train-ranking.ts'
import type { Attribution } from '../engine/types.ts'
import { type GoldArticle, readSet } from './scoring/gold.ts'

/** The same from src/commands and from dist/commands. */
const OUT = new URL('../../src/engine/speakers/weights.ts', import.meta.url)

type Row = GoldArticle['attributions'][number]

/** The smallest claim whose content holds the whole of this one's, or null. */
function parentOf(rows: readonly Row[], index: number): number | null {
  const inner = rows[index]?.content ?? []
  let best: { index: number; size: number } | null = null
  rows.forEach(({ content }, other) => {
    const outer = content.find((span) => inner.every((one) => contains(span, one)))
    const larger = outer !== undefined && inner.some((one) => lengthOf(one) < lengthOf(outer))
    if (other === index || !outer || !larger) return
    if (best === null || lengthOf(outer) < best.size) best = { index: other, size: lengthOf(outer) }
  })
  return (best as { index: number } | null)?.index ?? null
}

function formOf(text: string, { cue, source }: Row): Attribution['form'] {
  const words = cue.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (source.length === 0) return cue.length === 0 ? 'continuation' : 'cue'
  return words === '' || words === ':' ? 'label' : 'cue'
}

export function annotatedArticle({
  text,
  attributions: rows,
  speakers: cast,
}: GoldArticle): AnnotatedArticle {
  const regions = regionsOf(read(text))
  const attributions = rows.map(
    (row, index): Attribution => ({
      content: row.content,
      cue: row.cue,
      source: row.source,
      type: claimTypeOf(text, row.content, regions),
      polarity: row.polarity ?? 'asserted',
      confidence: 1,
      form: formOf(text, row),
      parent: parentOf(rows, index),
    }),
  )
  return { text, attributions, speakers: rows.map((row) => row.speakers), cast }
}

/** Share of choices made right by weights learnt from the other folds. */
function crossChecked(articles: readonly AnnotatedArticle[], folds: number): number {
  let right = 0
  let all = 0
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainRanking(articles.filter((_, index) => index % folds !== fold))
    for (const article of articles.filter((_, index) => index % folds === fold)) {
      for (const choice of choicesOf(article, weights)) {
        const clues = choice.features.map((others) => ({ standing: null, others }))
        const best = rank(clues, weights)?.best ?? -1
        all++
        if (choice.right[best]) right++
      }
    }
  }
  return all > 0 ? right / all : 0
}

function main(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', multiple: true },
      folds: { type: 'string', default: '4' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const paths = values.corpus ?? []
  if (paths.length === 0) {
    console.error('usage: npm run train:speakers -- --corpus <set> [--corpus …] [--folds 4]')
    process.exitCode = 2
    return
  }
  const articles = paths.flatMap((path) => readSet(path).map(annotatedArticle))
  const folds = Number(values.folds)
  const share = crossChecked(articles, folds)
  const figures = `${(100 * share).toFixed(1)} % of choices right in ${folds} folds, learnt from the others.`
  console.error(figures)
  const weights = trainRanking(articles)
  const corpora = paths.map((path) => basename(path))
  writeFileSync(values.out ?? OUT, weightsModule(weights, corpora, figures))
  const made = { articles: articles.length, weights: Object.keys(weights).length, folds, share }
  if (values.json) console.log(JSON.stringify(made, null, 2))
  else console.log(`${made.articles} articles, ${made.weights} weights`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main()
