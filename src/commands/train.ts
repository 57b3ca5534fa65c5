// npm run train -- --corpus <set…> [--weigh <n…>] [--score <set…>] [--out claims.bin]: learns the claim extractor's weights from nothing.
// A set is a .jsonl, a .jsonl.gz, or a folder of 01.json …; the same corpus gives the same bytes.
import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { createEngine } from '../engine/index.ts'
import { type ModelHeader, type Taggers, writeClaimsModel } from '../engine/model/claims-model.ts'
import { trainingArticle } from '../engine/training/corpus.ts'
import { SETTINGS, settingsOf, trainClaims } from '../engine/training/train-claims.ts'
import { type GoldArticle, readSet } from './scoring/gold.ts'
import { evaluate, scoresOf } from './scoring/report.ts'

const OUT = new URL('../engine/weights/claims.bin', import.meta.url)
/** Weights smaller than this are left out of the file. */
const THRESHOLD = 0.08

/** "polnear/train", "legal-train": enough to know it by. */
const nameOf = (path: string): string =>
  /\.jsonl/.test(path)
    ? `${basename(dirname(path))}/${basename(path).replace(/\.jsonl(\.gz)?$/, '')}`
    : basename(path)

const percent = (value: number): number => Math.round(value * 1000) / 10

function figuresOf(bytes: Uint8Array, sets: readonly string[]): ModelHeader['figures'] {
  const engine = createEngine({ claims: bytes, stance: new Uint8Array() })
  return Object.fromEntries(
    sets.map((path) => {
      const { spans } = scoresOf(evaluate(engine, readSet(path)))
      const figures = {
        quoteExact: percent(spans.exact.quote.f1),
        loose: percent(spans.loose.f1),
        direct: percent(spans.looseByType.direct.f1),
        indirect: percent(spans.looseByType.indirect.f1),
        mixed: percent(spans.looseByType.mixed.f1),
        attribution: percent(spans.attributionAccuracy),
      }
      return [nameOf(path), figures]
    }),
  )
}

const pairsOf = (spans: GoldArticle['attributions'][number]['cue']) =>
  spans.map(({ start, end }): [number, number] => [start, end])

const trainingArticlesOf = (articles: readonly GoldArticle[], weight: number) =>
  articles.map(({ id, text, attributions }) => {
    const plain = attributions.map(({ source, cue, content }) => ({
      source: pairsOf(source),
      cue: pairsOf(cue),
      content: pairsOf(content),
    }))
    return trainingArticle({ id, text, attributions: plain }, weight)
  })

function main(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', multiple: true },
      weigh: { type: 'string', multiple: true },
      score: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
    },
  })
  const paths = values.corpus ?? []
  if (paths.length === 0) {
    console.error(
      'usage: npm run train -- --corpus <set> [--weigh <n>] [--corpus …] [--score <set>] [--out claims.bin]',
    )
    process.exitCode = 2
    return
  }
  const began = Date.now()
  const report = (line: string) =>
    console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
  const sets = paths.map((path, index) => {
    const weight = Number(values.weigh?.[index] ?? 1)
    return { name: nameOf(path), weight, articles: readSet(path) }
  })
  const corpora = sets.map(({ name, weight, articles }) => ({ name, weight, articles: articles.length }))
  const taggers: Taggers = trainClaims(
    sets.flatMap(({ articles, weight }) => trainingArticlesOf(articles, weight)),
    SETTINGS,
    report,
  )
  const header = (figures: ModelHeader['figures']): ModelHeader => ({
    version: versionOf(writeClaimsModel(bare, taggers, THRESHOLD)),
    corpora,
    settings: settingsOf(SETTINGS),
    figures,
  })
  const bare: ModelHeader = { version: '', corpora, settings: {}, figures: {} }
  const figures = figuresOf(writeClaimsModel(bare, taggers, THRESHOLD), values.score ?? [])
  const bytes = writeClaimsModel(header(figures), taggers, THRESHOLD)
  writeFileSync(values.out ?? OUT, bytes)
  report(`${(bytes.length / 1e6).toFixed(2)} MB ${JSON.stringify(figures)}`)
}

/** Short checksum: another training, another version. */
function versionOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

main()
