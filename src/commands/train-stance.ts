// npm run train -- stance: learns the weights that place claims, from articles that people have placed; also run on its own.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { type Card, writeStanceModel } from '../engine/stance/model-file.ts'
import { countRarity } from '../engine/stance/training/count-rarity.ts'
import { SETTINGS, trainStance } from '../engine/stance/training/train.ts'
import { versionOf } from '../engine/stance/training/version.ts'
import { readPlacedSet } from './scoring/placed.ts'
import { checkByQuestion, type Figures, figuresOn } from './scoring/stance-figures.ts'

export interface StanceCorpus {
  /** Folders of articles with an index.json. */
  readonly placed: readonly string[]
  /** Files of articles, one a line, whose words only are counted. */
  readonly texts: readonly string[]
  /** A folder to measure on: nothing is learnt from it but how sure to be (three numbers). */
  readonly dev?: string | undefined
  /** Also train on five sixths of the questions and measure on the rest, six times over. */
  readonly check?: boolean | undefined
}

/** The bytes of `weights/stance.bin`; the same corpus gives the same bytes. */
export function trainStanceWeights(
  corpus: StanceCorpus,
  progress: (line: string) => void,
): { bytes: Uint8Array; card: Card } {
  const articles = corpus.placed.flatMap(readPlacedSet)
  const dev = corpus.dev === undefined ? [] : readPlacedSet(corpus.dev)
  const rarity = countRarity([...corpus.texts.flatMap(textsIn), ...articles.map((one) => one.article.text)])
  progress(
    `stance: ${articles.length} articles, ${articles.reduce((sum, one) => sum + one.positions.length, 0)} claims, ${rarity.size} word families`,
  )
  const weights = trainStance(articles, rarity, SETTINGS, (line) => progress(`stance: ${line}`), dev)
  const model = { ...weights, version: versionOf(weights) }
  const figures: Record<string, Figures> = {}
  if (corpus.dev !== undefined) figures[basename(corpus.dev)] = figuresOn(model, dev)
  if (corpus.check === true) figures['six folds by question'] = checkByQuestion(articles, rarity, progress)
  for (const [name, figure] of Object.entries(figures)) progress(`stance: ${name}: ${JSON.stringify(figure)}`)
  const card = {
    corpus: {
      placed: corpus.placed.map((one) => basename(one)),
      texts: corpus.texts.map((one) => basename(one)),
      articles: articles.length,
    },
    settings: SETTINGS,
    figures,
  }
  return { bytes: writeStanceModel(model, card), card }
}

function textsIn(path: string): string[] {
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.flatMap((line) => (line.trim() === '' ? [] : [(JSON.parse(line) as { text: string }).text]))
}

function main(): void {
  const { values } = parseArgs({
    options: {
      placed: { type: 'string', multiple: true },
      texts: { type: 'string', multiple: true },
      dev: { type: 'string' },
      check: { type: 'boolean' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (values.placed === undefined || values.out === undefined) {
    console.error(
      'usage: tsx src/commands/train-stance.ts --placed <folder>… [--texts <jsonl>…] [--dev <folder>] [--check] --out stance.bin',
    )
    process.exitCode = 2
    return
  }
  const { placed, texts = [], dev, check, out } = values
  const { bytes, card } = trainStanceWeights({ placed, texts, dev, check }, console.error)
  writeFileSync(out, bytes)
  if (values.json) console.log(JSON.stringify({ bytes: bytes.length, ...card }, null, 2))
  else console.log(`stance: ${bytes.length} bytes to ${out}`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main()
