// npm run evaluate -- <set…> [--misses N] [--weights claims.bin] [--json]: how the engine does on annotated articles.
// A set is a .jsonl, a .jsonl.gz, or a folder of 01.json … or expected.json.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createEngine } from '../engine/index.ts'
import { readStanceModel } from '../engine/stance/index.ts'
import { readSet } from './scoring/gold.ts'
import { readPlacedSet } from './scoring/placed.ts'
import { positionLines } from './scoring/position-report.ts'
import { evaluate, missLines, scoresOf, table } from './scoring/report.ts'

/** The same from src/commands and from dist/commands. */
const WEIGHTS = new URL('../../src/engine/weights/', import.meta.url)

/** No bytes when the weights are not there yet: the engine says what that means for it. */
const bytesOf = (path: URL | string): Uint8Array =>
  existsSync(path) ? readFileSync(path) : new Uint8Array(0)

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: 'string' }, weights: { type: 'string' }, json: { type: 'boolean' } },
  })
  if (positionals.length === 0) {
    console.error('usage: npm run evaluate -- <set…> [--misses N] [--weights claims.bin] [--json]')
    process.exitCode = 2
    return
  }
  const stance = bytesOf(new URL('stance.bin', WEIGHTS))
  const engine = createEngine({
    claims: bytesOf(values.weights ?? new URL('claims.bin', WEIGHTS)),
    stance,
  })
  if (values.json) {
    const sets = positionals.map((set) => ({ set, scores: scoresOf(evaluate(engine, readSet(set))) }))
    console.log(JSON.stringify({ engine: { name: engine.name, version: engine.version }, sets }, null, 2))
    return
  }
  console.log(`${engine.name} ${engine.version}`)
  for (const path of positionals) {
    const evaluated = evaluate(engine, readSet(path))
    console.log(`\n${path}`)
    for (const text of table(scoresOf(evaluated))) console.log(text)
    if (existsSync(join(path, 'index.json'))) {
      for (const text of positionLines(engine, readStanceModel(stance), readPlacedSet(path)))
        console.log(text)
    }
    if (values.misses) for (const text of missLines(evaluated, Number(values.misses))) console.log(text)
  }
}

main()
