// Two hundred people's clients at once, over real connections: no tag is lost, none stands twice, and every count and
// measure is what the same tags give when they come one by one.

import { expect, it } from 'vitest'
import type { Agreement } from '../../../src/agreement/schema.ts'
import { roomsOf } from '../../../src/app.ts'
import type { Progress } from '../../../src/progress/schema.ts'
import type { Queue } from '../../../src/queue/schema.ts'
import { systemRuntime } from '../../../src/runtime.ts'
import type { Tag } from '../../../src/tags/schema.ts'
import { eachDialect } from '../../support/dialects.ts'
import {
  expectNoGaps,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../../support/newsroom.ts'

const CLIENTS = 200
const CLAIMS = 40
const PLACES = 3
const PATH = `/v1/questions/${QUESTION}`
const POSITIONS = [RECORDS, PERSONAL, RECORDS, 'ambivalent']

const text = Array.from({ length: CLAIMS }, (_, i) => `“Ledger ${i} is theirs,” said Ida Orme.`).join(' ')

interface Client {
  readonly index: number
  readonly key: string
}

async function opened(url?: string) {
  const news = await openNewsroom(url === undefined ? {} : { url })
  const { claims } = await news.article(text)
  ok(await news.patch(PATH, 'curator', { tagsPerClaim: PLACES }))
  return { news, claimIds: claims.map(({ id }) => id) }
}

const named = async (news: Newsroom, index: number): Promise<Client> => ({
  index,
  key: (await news.annotator('annotator', `Client ${index}`)).key,
})

/** What a client says of the nth claim, and on second thoughts. */
const said = (index: number, n: number, second = 0) => POSITIONS[(index + 3 * n + second) % POSITIONS.length]

/** One after another, as a client works: a claim from the queue, one of its own choice, and perhaps that one again. */
async function work(address: string, { index, key }: Client, claimIds: readonly string[]) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const given = (await (await fetch(`${address}${PATH}/queue?limit=1`, { headers })).json()) as Queue
  const own = claimIds[(index * 7) % CLAIMS] ?? ''
  const wishes = [
    ...given.data.map(({ id, lease }) => ({ id, lease: lease?.id, second: 0 })),
    { id: own, lease: undefined, second: 0 },
    ...(index % 4 === 0 ? [{ id: own, lease: undefined, second: 1 }] : []),
  ]
  const tags: Tag[] = []
  for (const { id, lease, second } of wishes) {
    const position = said(index, claimIds.indexOf(id), second)
    const body = JSON.stringify({ question: QUESTION, position, lease })
    const answer = await fetch(`${address}/v1/claims/${id}/tags`, { method: 'POST', headers, body })
    expect(answer.status, await answer.clone().text()).toBe(201)
    tags.push((await answer.json()) as Tag)
  }
  return { given: given.data.map(({ id }) => id), tags }
}

/** The last tag of each client on each claim: those that must stand. */
const lasting = (tags: readonly Tag[]) => [
  ...new Map(tags.map((tag) => [`${tag.annotator.id} ${tag.claimId}`, tag])).values(),
]

const agreement = async (news: Newsroom) => ok(await news.get<Agreement>(`${PATH}/agreement`))

/**
 * Without ids, which differ, and to nine decimals: sums depend on the order claims are met in, and so do the samples of
 * the interval and which of the claims that divide alike are named.
 */
const figures = ({ cohenKappa, divided: _, tagsBy, krippendorffAlpha, ...rest }: Agreement) => {
  const measured = {
    ...rest,
    alpha: krippendorffAlpha.value,
    tags: tagsBy.map(({ name, tags }) => `${name} ${tags}`).sort(),
  }
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value
  const pairs = cohenKappa.map(({ n, kappa }) => JSON.stringify([n, kappa], rounded)).sort()
  return { ...JSON.parse(JSON.stringify(measured, rounded)), pairs }
}

/** The tags that stand, one by one, in a newsroom of their own; by the store, since this is not about HTTP. */
async function inOrder(tags: readonly Tag[], ids: readonly string[]): Promise<Agreement> {
  const { news, claimIds } = await opened()
  const runtime = systemRuntime()
  const { tags: store, annotators } = roomsOf({ db: news.db, runtime })
  const act = { by: 'ann_system', at: runtime.now() }
  for (let index = 0; index < CLIENTS; index++) {
    const by = { name: `Client ${index}`, id: runtime.newId('ann'), kind: 'person' as const, version: null }
    await annotators.insert({ ...by, role: 'annotator' }, null, act)
    for (const { annotator, claimId, position } of tags) {
      if (annotator.name !== by.name) continue
      const claim = claimIds[ids.indexOf(claimId)] ?? ''
      await store.insert(runtime.newId('tag'), claim, { question: QUESTION, position }, by, act, nothing)
    }
  }
  return agreement(news)
}

function* nothing() {}

eachDialect('two hundred clients', ({ url }) => {
  it('lose no tag, and every count and measure is right', async () => {
    const { news, claimIds } = await opened(await url())
    const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => named(news, index)))
    const address = await news.app.listen({ port: 0, host: '127.0.0.1' })
    const done = await Promise.all(clients.map((client) => work(address, client, claimIds)))
    const tags = done.flatMap((one) => one.tags)

    const { tags: table } = news.db.tables
    const stored = (await news.db.query((q) => q.select().from(table)).read()).filter(
      ({ kind }) => kind === 'person',
    )
    expect(stored.map(({ id }) => id).sort()).toEqual(tags.map(({ id }) => id).sort())
    const standing = stored.filter(({ current }) => current === 1).map(({ id }) => id)
    const last = lasting(tags)
    expect(standing.sort()).toEqual(last.map(({ id }) => id).sort())

    // No claim was given to more than it wants, which is one more where people disagree; what was given was tagged.
    const given = done.flatMap((one) => one.given)
    expect(new Set(given).size).toBeGreaterThan(10)
    for (const id of claimIds)
      expect(given.filter((one) => one === id).length).toBeLessThanOrEqual(PLACES + 1)
    expect((await news.rows()).leases).toEqual([])

    for (const groupBy of ['speaker', 'affiliation', 'publisher', 'month'] as const) {
      const filter = { question: QUESTION, groupBy, limit: 200 }
      expect(await news.positions.list(filter)).toEqual(await news.positions.list(filter, true))
    }
    const progress = ok(await news.get<Progress>(`${PATH}/progress`, 'annotator'))
    expect(progress.annotators.reduce((sum, one) => sum + one.tagged, 0)).toBe(last.length)
    expect(progress.claims.total).toBe(CLAIMS)
    await expectNoGaps(news)

    const measured = await agreement(news)
    const compared = await inOrder(last, claimIds)
    expect(figures(measured)).toEqual(figures(compared))
    expect(measured.annotators).toBe(CLIENTS)
  })
})
