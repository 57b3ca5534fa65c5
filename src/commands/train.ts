// npm run train -- --corpus <set…> [--weigh <n…>] [--parses <jsonl…>] [--score <set…>] [--out claims.bin]: learns the claim extractor's weights from nothing.
// npm run train -- --measure --score <set…>: only writes the figures of the present weights anew.
// A set is a .jsonl, a .jsonl.gz, or a folder of 01.json …; the same corpus gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { ParsedArticle } from '../engine/grammar/training/sentences.ts'
import { createEngine } from '../engine/index.ts'
import {
  type ModelHeader,
  readClaimsModel,
  type Taggers,
  withHeader,
  writeClaimsModel,
} from '../engine/model/claims-model.ts'
import { trainingArticle } from '../engine/training/corpus.ts'
import { INVENTED, SETTINGS, settingsOf, trainClaims } from '../engine/training/train-claims.ts'
import { type GoldArticle, readSet } from './scoring/gold.ts'
import { evaluate, scoresOf } from './scoring/report.ts'

/** The same from src/commands and from dist/commands. */
const OUT = new URL('../../src/engine/weights/claims.bin', import.meta.url)
/** Rows whose weights all stay below so many stored units are left out of the file. */
const LEAST = 3

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

const Parse = z.object({
  id: z.string(),
  sents: z.array(
    z.object({
      t: z.array(z.tuple([z.number(), z.number(), z.string(), z.string(), z.string(), z.string()])),
      d: z.array(z.tuple([z.string(), z.number(), z.number()])),
    }),
  ),
})

/** Parsed articles whose text is in the corpus. */
function parsesOf(paths: readonly string[], articles: readonly GoldArticle[]): ParsedArticle[] {
  const texts = new Map(articles.map(({ id, text }) => [id, text]))
  return paths.flatMap((path) =>
    linesOf(path).flatMap((line) => {
      const { id, sents } = Parse.parse(JSON.parse(line))
      const text = texts.get(id)
      return text === undefined ? [] : [{ text, sents }]
    }),
  )
}

function linesOf(path: string): string[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** The same weights with the figures that the engine reaches now: rules around them change more often than they do. */
function measureAnew(file: string | URL, sets: readonly string[]): void {
  const bytes = readFileSync(file)
  const { header } = readClaimsModel(bytes)
  if (!header) throw new Error('there are no weights to measure')
  const figures = figuresOf(bytes, sets)
  writeFileSync(file, withHeader(bytes, { ...header, figures }))
  console.log(JSON.stringify(figures))
}

function main(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', multiple: true },
      weigh: { type: 'string', multiple: true },
      score: { type: 'string', multiple: true, default: [] },
      parses: { type: 'string', multiple: true, default: [] },
      measure: { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (values.measure) {
    measureAnew(values.out ?? OUT, values.score ?? [])
    return
  }
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
    console.error(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
  const sets = paths.map((path, index) => {
    const weight = Number(values.weigh?.[index] ?? 1)
    return { name: nameOf(path), weight, articles: readSet(path) }
  })
  const corpora = [
    ...sets.map(({ name, weight, articles }) => ({ name, weight, articles: articles.length })),
    { name: 'invented', weight: 1, articles: INVENTED },
  ]
  const taggers: Taggers = trainClaims(
    sets.flatMap(({ articles, weight }) => trainingArticlesOf(articles, weight)),
    parsesOf(
      values.parses ?? [],
      sets.flatMap(({ articles }) => articles),
    ),
    SETTINGS,
    report,
  )
  const header = (figures: ModelHeader['figures']): ModelHeader => ({
    version: versionOf(writeClaimsModel(bare, taggers, LEAST)),
    corpora,
    settings: settingsOf(SETTINGS),
    figures,
  })
  const bare: ModelHeader = { version: '', corpora, settings: {}, figures: {} }
  const figures = figuresOf(writeClaimsModel(bare, taggers, LEAST), values.score ?? [])
  const bytes = writeClaimsModel(header(figures), taggers, LEAST)
  writeFileSync(values.out ?? OUT, bytes)
  if (values.json) console.log(JSON.stringify({ bytes: bytes.length, corpora, figures }, null, 2))
  else console.log(`${(bytes.length / 1e6).toFixed(2)} MB ${JSON.stringify(figures)}`)
}

/** Short checksum: another training, another version. */
function versionOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

main()
