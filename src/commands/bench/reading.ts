// What readers ask for: a claim, a page under each filter, words, who stands where.

import { rareWord } from './articles.ts'
import { combination } from './combinations.ts'
import { type BenchData, QUESTION } from './data.ts'
import type { Compare } from './lines.ts'
import type { Request } from './load.ts'
import type { Random } from './random.ts'

export interface Bench {
  readonly built: BenchData
  readonly service: number
  readonly bare: number
  /** The headers of an admin. */
  readonly key: Record<string, string>
  readonly rng: Random
  readonly compare: Compare
}

type Next = () => Request

export async function reading(bench: Bench): Promise<void> {
  const { built, service, bare, key, rng, compare } = bench
  const any = anyOf(rng)
  const byId: Next = () => ({ path: `/v1/claims/${any(built.claimIds)}` })
  await compare(
    'claim by id, with key',
    '0.7 of bare',
    [service, () => ({ ...byId(), headers: key })],
    [bare, byId],
  )
  const etags = await etagsOf(service, built.claimIds.slice(0, 500))
  const unchanged = () => {
    const [id, etag] = any(etags)
    return { path: `/v1/claims/${id}`, headers: { ...key, 'if-none-match': etag } }
  }
  await compare('claim by id, 304', 'as fast as bare reads', [service, unchanged], [bare, byId])
  const first: Next = () => ({ path: '/v1/claims' })
  await compare('page of 50', '0.7 of bare', [service, first], [bare, first])
  const filters: [string, () => string][] = [
    ['type', () => any(['direct', 'indirect', 'mixed'])],
    ['publisher', () => rng.skewed(built.publishers)],
    ['speaker', () => rng.skewed(built.speakerIds)],
  ]
  for (const [name, value] of filters) {
    const ours = () => ({ path: `/v1/claims?${name}=${encodeURIComponent(value())}` })
    const theirs = () => ({ path: `/v1/claims?by=${name}&value=${encodeURIComponent(value())}` })
    await compare(`page of 50, ${name}`, '0.7 of bare', [service, ours], [bare, theirs])
  }
  const combined = `/v1/claims?question=${QUESTION}&position=personal-documents&type=direct`
  await compare('page of 50, question+position+type', 'p99 30 ms', [service, () => ({ path: combined })])
  await compare('page of 50, any filters, any cursor', 'p99 30 ms', [
    service,
    () => ({ path: combination(built, rng) }),
  ])
  await words(bench)
  await standings(bench)
}

async function words({ built, service, rng, compare }: Bench): Promise<void> {
  const common: Next = () => ({ path: '/v1/claims?q=court' })
  await compare('search, a common word', 'p99 50 ms', [service, common])
  const rare: Next = () => ({ path: `/v1/claims?q=${rareWord(rng.below(1000))}` })
  await compare('search, a rare word', 'p99 50 ms', [service, rare])
  const among: Next = () => ({ path: `/v1/claims?q=court&speaker=${rng.skewed(built.speakerIds)}` })
  await compare("search, a common word, a speaker's", 'p99 50 ms', [service, among])
}

async function standings({ service, bare, compare }: Bench): Promise<void> {
  const question = `/v1/positions?question=${QUESTION}`
  for (const groupBy of ['speaker', 'affiliation', 'month'])
    await compare(`positions by ${groupBy}`, '1000/s', [
      service,
      () => ({ path: `${question}&groupBy=${groupBy}` }),
    ])
  await compare(
    'positions by publisher; bare: GROUP BY',
    '1000/s',
    [service, () => ({ path: `${question}&groupBy=publisher` })],
    // Alone: it takes seconds, which all others in the queue would have to wait for.
    [bare, () => ({ path: question }), 1],
  )
}

export const anyOf =
  (rng: Random) =>
  <T>(items: readonly T[]): T =>
    items[rng.below(items.length)] as T

async function etagsOf(port: number, ids: readonly string[]): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (const id of ids) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/claims/${id}`)
    await answer.arrayBuffer()
    found.push([id, answer.headers.get('etag') ?? ''])
  }
  return found
}
