// How much one process answers over a PostgreSQL, and how much several: claims read by id, and tags written.
// npm run bench:processes -- postgres://…/an-empty-database [processes] [claims] [seconds]

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { move } from '../storage/move/index.ts'
import { fill, QUESTION } from './bench/data.ts'
import { type Load, load, loadOf, type Request, tally } from './bench/load.ts'
import { random } from './bench/random.ts'
import { type Running, serve } from './bench/servers.ts'

const [url = '', most = '4', claims = '10000', seconds = '5'] = process.argv.slice(2)
if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('Give the postgres:// URL of an empty database.')

const FIRST_PORT = 4611
const CONNECTIONS = 32
const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** Filled as a file, and moved. */
async function filled() {
  const folder = mkdtempSync(join(tmpdir(), 'averment-bench-'))
  try {
    const path = join(folder, 'press.db')
    const data = await fill(path, Number(claims), () => {})
    await move(path, url, () => {})
    return data
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const data = await filled()
const rng = random(7)
const headers = { authorization: `Bearer ${data.key}`, 'content-type': 'application/json' }
const anyClaim = () => data.claimIds[Math.floor(rng.unit() * data.claimIds.length)]
const reads = (): Request => ({ path: `/v1/claims/${anyClaim()}`, headers })
const tags = (): Request => {
  const position = rng.unit() < 0.5 ? 'business-records' : 'personal-documents'
  const body = JSON.stringify({ question: QUESTION, position })
  return { method: 'POST', path: `/v1/claims/${anyClaim()}/tags`, body, headers }
}

const start = (n: number) =>
  serve(program, [], FIRST_PORT + n, '/health/ready', {
    PORT: String(FIRST_PORT + n),
    DATABASE_URL: url,
    LOG_LEVEL: 'error',
    DEMO: 'false',
  })

/** The first start on claims of another engine places them, and whoever measures meanwhile measures that. */
async function rested(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/questions/${QUESTION}`)
    if (((await answer.json()) as { placing: unknown }).placing === null) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function measured(services: readonly Running[], next: () => Request): Promise<Load> {
  const tallies = services.map(tally)
  const options = { seconds: Number(seconds), connections: CONNECTIONS / services.length }
  await Promise.all(services.map(({ port }, i) => load(tallies[i] ?? tally(), port, next, options)))
  const times = tallies.flatMap((one) => one.times)
  const failed = tallies.reduce((sum, one) => sum + one.failed, 0)
  return loadOf({ times, failed, elapsed: Math.max(...tallies.map((one) => one.elapsed)) })
}

const services = [await start(0)]
await rested(FIRST_PORT)
for (const count of [1, Number(most)]) {
  while (services.length < count) services.push(await start(services.length))
  for (const [name, next] of Object.entries({ 'claim by id': reads, 'durable tag': tags })) {
    await measured(services, next)
    const { perSecond, p50, p99, failed } = await measured(services, next)
    console.log(
      `${count} process${count === 1 ? '' : 'es'}  ${name}  ${perSecond}/s  p50 ${p50} ms  p99 ${p99} ms${failed ? `  ${failed} failed` : ''}`,
    )
  }
}
for (const one of services) await one.stop()
