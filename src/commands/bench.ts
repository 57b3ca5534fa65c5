// `npm run bench`: the built service against bare Fastify + better-sqlite3 over the same rows, in one run.
// Read the ratios: both sides share the machine, and its noise.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type BenchData, fill, QUESTION } from './bench/data.ts'
import { measureEngine } from './bench/engine.ts'
import { type Load, load, type Request } from './bench/load.ts'
import { random } from './bench/random.ts'
import { serve } from './bench/servers.ts'
import { measureWork } from './bench/work.ts'

const FOLDER = 'bench/data'
const { values: options } = parseArgs({
  options: {
    claims: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '4' },
    reuse: { type: 'boolean', default: false },
  },
})
const claims = Number(options.claims)
const seconds = Number(options.seconds)

interface Line {
  readonly name: string
  readonly service: Load
  readonly bare?: Load
  readonly aim: string
}

const lines: Line[] = []

async function data(): Promise<BenchData> {
  const about = `${FOLDER}/${claims}.json`
  if (options.reuse && existsSync(about)) return JSON.parse(readFileSync(about, 'utf8')) as BenchData
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const built = await fill(`file:${FOLDER}/${claims}.db`, claims, (share) =>
    process.stderr.write(`\rbuilding ${claims} claims … ${Math.round(share * 100)} %`),
  )
  process.stderr.write('\n')
  writeFileSync(about, JSON.stringify(built))
  return built
}

/** Each on its own copy, so that neither holds the other up. */
function copies(): { service: string; bare: string } {
  const from = `${FOLDER}/${claims}.db`
  for (const name of readdirSync(FOLDER)) if (/^(service|bare)/.test(name)) rmSync(`${FOLDER}/${name}`)
  copyFileSync(from, `${FOLDER}/service.db`)
  copyFileSync(from, `${FOLDER}/bare.db`)
  return { service: `${FOLDER}/service.db`, bare: `${FOLDER}/bare.db` }
}

async function compare(
  name: string,
  aim: string,
  service: [number, () => Request],
  bare?: [number, () => Request],
) {
  // A short run first, so that both have compiled and cached what they use.
  await load(...service, { seconds: 1 })
  if (bare) await load(...bare, { seconds: 1 })
  const measured = await load(...service, { seconds })
  lines.push({ name, aim, service: measured, ...(bare ? { bare: await load(...bare, { seconds }) } : {}) })
  print(lines.at(-1) as Line)
}

function print({ name, service, bare, aim }: Line): void {
  const cells = [
    name.padEnd(34),
    `${String(service.perSecond).padStart(7)}/s`,
    `p50 ${service.p50} ms`.padEnd(11),
    `p99 ${service.p99} ms`.padEnd(12),
    bare
      ? `bare ${bare.perSecond}/s  ratio ${(service.perSecond / bare.perSecond).toFixed(2)}`
      : ''.padEnd(20),
    service.failed > 0 ? `${service.failed} FAILED` : '',
    `aim: ${aim}`,
  ]
  console.log(cells.join('  '))
}

const built = await data()
const files = copies()
const rng = random(2)
const any = <T>(items: readonly T[]): T => items[rng.below(items.length)] as T
const key = { authorization: `Bearer ${built.key}` }
const service = await serve('dist/main.js', [], 3411, '/health/ready', {
  PORT: '3411',
  DATABASE_URL: `file:${files.service}`,
  DEMO: 'false',
  RATE_LIMIT: '0',
  LOG_LEVEL: 'error',
})
const bare = await serve('dist/commands/bench/bare.js', [files.bare, '3412'], 3412, '/')
try {
  await settled()
  await reading()
  await writing()
  for (const line of await measureWork(service.port, key.authorization, QUESTION)) {
    lines.push(line)
    print(line)
  }
} finally {
  await service.stop()
  await bare.stop()
}
lines.push(...(measureEngine().map((line) => ({ ...line })) as never[]))
writeFileSync('bench/latest.json', `${JSON.stringify({ claims, node: process.version, lines }, null, 2)}\n`)

/** A first start places every claim by the engine that ships, in the background: what is measured is the time after. */
async function settled(): Promise<void> {
  for (let minutes = 0; minutes < 20; minutes += 1 / 60) {
    const answer = await fetch(`http://127.0.0.1:${service.port}/v1/questions/${QUESTION}`)
    if (((await answer.json()) as { placing: unknown }).placing === null) return
    await pause(1000)
  }
}

async function reading(): Promise<void> {
  const s = service.port
  const b = bare.port
  const byId = () => ({ path: `/v1/claims/${any(built.claimIds)}` })
  await compare('claim by id, with key', '0.6 of bare', [s, () => ({ ...byId(), headers: key })], [b, byId])
  const etags = await etagsOf(built.claimIds.slice(0, 500))
  await compare(
    'claim by id, 304',
    'as fast as bare reads',
    [
      s,
      () => {
        const [id, etag] = any(etags)
        return { path: `/v1/claims/${id}`, headers: { ...key, 'if-none-match': etag } }
      },
    ],
    [b, byId],
  )
  const filters: [string, () => string][] = [
    ['type', () => any(['direct', 'indirect', 'mixed'])],
    ['publisher', () => rng.skewed(built.publishers)],
    ['speaker', () => rng.skewed(built.speakerIds)],
  ]
  await compare(
    'page of 50',
    '0.6 of bare',
    [s, () => ({ path: '/v1/claims' })],
    [b, () => ({ path: '/v1/claims' })],
  )
  for (const [name, value] of filters) {
    const ours = () => ({ path: `/v1/claims?${name}=${encodeURIComponent(value())}` })
    const theirs = () => ({ path: `/v1/claims?by=${name}&value=${encodeURIComponent(value())}` })
    await compare(`page of 50, ${name}`, '0.6 of bare', [s, ours], [b, theirs])
  }
  const combined = `/v1/claims?question=${QUESTION}&position=personal-documents&type=direct`
  await compare('page of 50, question+position+type', '–', [s, () => ({ path: combined })])
  for (const groupBy of ['speaker', 'affiliation', 'publisher', 'month'])
    await compare(`positions by ${groupBy}`, '500/s', [
      s,
      () => ({ path: `/v1/positions?question=${QUESTION}&groupBy=${groupBy}` }),
    ])
}

async function etagsOf(ids: readonly string[]): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (const id of ids) {
    const answer = await fetch(`http://127.0.0.1:${service.port}/v1/claims/${id}`)
    await answer.arrayBuffer()
    found.push([id, answer.headers.get('etag') ?? ''])
  }
  return found
}

async function writing(): Promise<void> {
  const headers = { ...key, 'content-type': 'application/json' }
  const tag = (): Request => ({
    method: 'POST',
    path: `/v1/claims/${any(built.claimIds)}/tags`,
    headers,
    body: JSON.stringify({ question: QUESTION, position: any(['business-records', 'personal-documents']) }),
  })
  await compare('tag, durable', '3 times one commit each', [service.port, tag], [bare.port, tag])
  let n = 0
  const article = (): Request => ({
    method: 'POST',
    path: '/v1/articles',
    headers,
    body: JSON.stringify({
      title: `Fresh ${++n}`,
      publisher: rng.skewed(built.publishers),
      text: articleText(n),
    }),
  })
  await compare('article in, whole pipeline', '40/s', [service.port, article])
}

/** About 400 words with a dozen claims, each time with other names and numbers. */
function articleText(n: number): string {
  const [first, second] = [`Ivo Marsh${n}`, `Tilda Renn${n}`]
  const paragraphs = [
    `Hollowgate Mail ${n} was before the regional court on Tuesday over messages that ${rng.below(900)} customers keep on its machines.`,
    `"These letters are not ours to hand over," said ${first}, counsel for Hollowgate Mail. "We carry them and nothing more."`,
    `The Ministry of Post argued that the messages are "business records" because the company stores, sorts and bills for them.`,
    `${second}, a spokeswoman for the ministry, denied that anybody's privacy was at stake, and said the order covered ${rng.below(60)} accounts.`,
    `He told the panel that a locker does not belong to the landlord. According to the ministry, the comparison fails.`,
    `Judge Oren Valk asked whether a parcel in a van becomes the property of the driver. The court is expected to rule in ${rng.below(9) + 2} weeks.`,
    `Privacy groups warned that the ruling could open every drawer in the country, while the company's rivals believe that little would change.`,
  ]
  return paragraphs.join('\n\n')
}
