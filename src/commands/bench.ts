// `npm run bench`: the built service against bare Fastify + better-sqlite3 over the same rows, in one run.
// Read the ratios: both sides share the machine, and its noise.

import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../storage/open.ts'
import { beside } from './bench/beside.ts'
import { type BenchData, fill, QUESTION } from './bench/data.ts'
import { flushTime } from './bench/disk.ts'
import { measureEngine } from './bench/engine.ts'
import { exporting } from './bench/exporting.ts'
import { growthChart } from './bench/growth.ts'
import { comparing, type Line, once, print } from './bench/lines.ts'
import { random } from './bench/random.ts'
import { type Bench, reading } from './bench/reading.ts'
import { type Running, serve } from './bench/servers.ts'
import { measureWork } from './bench/work.ts'
import { writing } from './bench/writing.ts'

const { values: options } = parseArgs({
  options: {
    // One number, or several with commas between: then it says how everything grows.
    claims: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '4' },
    reuse: { type: 'boolean', default: false },
    // Three times as large as the databases: a million claims are 9 GB.
    data: { type: 'string', default: 'bench/data' },
  },
})
const sizes = options.claims.split(',').map(Number)
const seconds = Number(options.seconds)
const FOLDER = options.data

async function dataOf(claims: number): Promise<BenchData> {
  const about = `${FOLDER}/${claims}.json`
  if (options.reuse && existsSync(about)) {
    // Built by an earlier version, perhaps: what is measured is this one, and not its migrations.
    await (await openDatabase(`file:${FOLDER}/${claims}.db`)).close()
    return JSON.parse(readFileSync(about, 'utf8')) as BenchData
  }
  remove(`${claims}`)
  const built = await fill(`${FOLDER}/${claims}.db`, claims, (share) =>
    process.stderr.write(`\rbuilding ${claims} claims … ${Math.round(share * 100)} %`),
  )
  process.stderr.write('\n')
  writeFileSync(about, JSON.stringify(built))
  return built
}

function remove(name: string): void {
  for (const file of readdirSync(FOLDER)) if (file.startsWith(`${name}.`)) rmSync(`${FOLDER}/${file}`)
}

/** On the disk before it is used: gigabytes on their way to there would be measured as if they were the service's. */
function copyOf(claims: number, name: string): string {
  remove(name)
  const file = `${FOLDER}/${name}.db`
  copyFileSync(`${FOLDER}/${claims}.db`, file)
  const opened = openSync(file, 'r+')
  fsyncSync(opened)
  closeSync(opened)
  return file
}

const bareOn = (file: string) => serve('dist/commands/bench/bare.js', [file, '3412'], 3412, '/')

async function measure(claims: number): Promise<Line[]> {
  const built = await dataOf(claims)
  console.log(`${claims} claims`)
  const lines: Line[] = []
  const file = copyOf(claims, 'service')
  const service = await serve('dist/main.js', [], 3411, '/health/ready', {
    PORT: '3411',
    DATABASE_URL: `file:${file}`,
    DEMO: 'false',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'error',
  })
  // Both read one file, or the one would have it in memory and the other not.
  let bare = await bareOn(file)
  try {
    await started(lines, service)
    const key = { authorization: `Bearer ${built.key}` }
    const compare = comparing(lines, seconds)
    const bench: Bench = { built, service: service.port, bare: bare.port, key, rng: random(2), compare }
    await reading(bench)
    await exporting(bench, claims, service, lines)
    await bare.stop()
    // A copy each, so that neither holds the other up.
    bare = await bareOn(copyOf(claims, 'bare'))
    await writing(bench)
    lines.push(...(await beside(bench, seconds)))
    for (const line of await measureWork(service.port, key.authorization, QUESTION)) {
      lines.push(line)
      print(line)
    }
  } finally {
    await service.stop()
    await bare.stop()
    for (const name of ['service', 'bare']) remove(name)
  }
  return lines
}

async function started(lines: Line[], service: Running): Promise<void> {
  lines.push(once('start, until ready', service.startedIn, '2000 ms'))
  print(lines.at(-1) as Line)
  await settled(service.port)
  // Idle is who has been left alone for so long that threads have given back what they had.
  await pause(10_000)
  console.log(`idle: ${service.memory()?.toFixed(0) ?? '–'} MB  aim: under 150 MB`)
}

/** A service may have claims to place, in the background: what is measured is the time after. */
async function settled(port: number): Promise<void> {
  for (let minutes = 0; minutes < 20; minutes += 1 / 60) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/questions/${QUESTION}`)
    if (((await answer.json()) as { placing: unknown }).placing === null) return
    await pause(1000)
  }
}

mkdirSync(FOLDER, { recursive: true })
mkdirSync('bench', { recursive: true })
const flush = flushTime(FOLDER)
console.log(`a flush of this disk: ${flush.toFixed(2)} ms (what group commit saves grows with it)`)
const measured: { claims: number; lines: Line[] }[] = []
for (const claims of sizes) measured.push({ claims, lines: await measure(claims) })
const engine = measureEngine()
writeFileSync(
  'bench/latest.json',
  `${JSON.stringify({ node: process.version, flush, measured, engine }, null, 2)}\n`,
)
const chart = growthChart(measured)
if (chart !== null) writeFileSync('docs/growth.svg', chart)
