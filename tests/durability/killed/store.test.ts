// The service is killed at random moments under load, and started again: whatever was answered is there, nothing is half
// there, and what is sent again is answered as it was. KILL_ROUNDS=60 kills it as often; KILL_SEED takes other moments.

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { random } from '../../../src/commands/bench/random.ts'
import { openSnapshot, type Source } from '../../../src/storage/snapshot.ts'
import { verify } from '../../../src/verification/index.ts'
import { eachDialect } from '../../support/dialects.ts'
import { ADMIN_KEY, built, type Running } from '../built.ts'
import { copies } from '../copies.ts'
import { load, type People, type Work, type Written } from '../load.ts'
import { read, send } from '../writes.ts'

const seed = Number(process.env.KILL_SEED ?? 1)

/** Answers before the kill, at most, and the milliseconds that then go by, so that it falls anywhere within a write. */
const MOST_ANSWERS = 80
const MOST_WAITING = 40
/** Writes sent again after a round; those that were cut off are among them. */
const SENT_AGAIN = 40

async function people(address: string): Promise<People> {
  const keyOf = async (name: string, role: string) => {
    const body = JSON.stringify({ name, role })
    const answer = await send(address, { path: '/v1/annotators', key: ADMIN_KEY, body, headers: {} })
    return (JSON.parse(answer?.text ?? '') as { key: string }).key
  }
  return {
    admin: ADMIN_KEY,
    curator: await keyOf('Cleo', 'curator'),
    annotators: [await keyOf('Ada', 'annotator'), await keyOf('Ben', 'annotator')],
  }
}

/** Puts a service under load until a moment that nobody chose, and kills it. */
async function killed(running: Running, work: Omit<Work, 'address' | 'answered'>): Promise<void> {
  const stop = new AbortController()
  let left = work.random.below(MOST_ANSWERS)
  const wait = work.random.below(MOST_WAITING)
  let enough = () => {}
  const answers = new Promise<void>((resolve) => {
    enough = resolve
  })
  const answered = () => {
    if (left-- === 0) enough()
  }
  answered()
  const loaded = load({ ...work, address: running.address, answered }, stop.signal)
  await answers
  await sleep(wait)
  running.child.kill('SIGKILL')
  stop.abort()
  expect(await running.ended).toBe('SIGKILL')
  await loaded
}

/** Pages, spans, ledger, counts: everything that `averment check` looks at. */
async function expectSound(url: string): Promise<void> {
  const source: Source = url.startsWith('postgres')
    ? { kind: 'postgres', url }
    : { kind: 'file', path: url.replace('file:', '') }
  const snapshot = await openSnapshot(source)
  try {
    for await (const { check, count, examples, unreadable } of verify(snapshot))
      expect({ count, examples, unreadable }, check.name).toEqual({
        count: 0,
        examples: [],
        unreadable: null,
      })
  } finally {
    await snapshot.close()
  }
}

/** Every article that was answered, with as many claims as the answer said. */
async function expectArticles(address: string, articles: Written['articles']): Promise<void> {
  for (const [id, claimCount] of articles) {
    const { status, body } = await read<{ claimCount: number }>(address, `/v1/articles/${id}`, ADMIN_KEY)
    expect({ id, status, claimCount: body.claimCount }).toEqual({ id, status: 200, claimCount })
    const claims = await read<{ data: unknown[] }>(address, `/v1/articles/${id}/claims?limit=200`, ADMIN_KEY)
    expect(claims.body.data, id).toHaveLength(claimCount)
  }
}

/** What was answered is answered again in the same words; what was cut off is done now, or was done: once either way. */
async function expectRecognised(address: string, writes: Written['writes']): Promise<void> {
  const cut = writes.filter(({ answer }) => answer === null)
  const answered = writes.filter(({ answer }) => answer?.status === 201)
  for (const { write, answer } of [...cut, ...answered.slice(-SENT_AGAIN)]) {
    const again = await send(address, write)
    if (answer) expect([again?.status, again?.text], write.path).toEqual([201, answer.text])
    // A ruling may have been overruled meanwhile, and then names what stands.
    else if (again?.status !== 409 || !write.path.endsWith('/rulings'))
      expect(again?.status, again?.text).toBe(201)
    if (again?.status !== 201) continue
    const { id } = JSON.parse(again.text) as { id: string }
    const room = /articles$|tags$|rulings$/.exec(write.path)?.[0]
    const there = await read<{ id: string }>(address, `/v1/${room}/${id}`, ADMIN_KEY)
    expect([there.status, there.body.id]).toEqual([200, id])
    const once = await send(address, write)
    expect([once?.text, once?.headers.get('idempotency-replayed')]).toEqual([again.text, 'true'])
  }
}

/** A long run says how far it is. */
function report(round: number, { writes, articles }: Written): void {
  const cut = writes.filter(({ answer }) => answer === null).length
  console.log(
    `${round + 1} kills: ${writes.length - cut} writes answered, ${cut} cut off, ${articles.size} articles`,
  )
}

eachDialect('a service that is killed under load', ({ url }, dialect) => {
  const rounds = Number(process.env.KILL_ROUNDS ?? (dialect === 'sqlite' ? 2 : 1))
  const limit = { timeout: (rounds + 1) * 60_000 }
  it(`has lost nothing when it is started again, ${rounds} times`, limit, async () => {
    const chance = random(seed)
    const copy = await copies()
    let running = await built(await url())
    const known = await people(running.address)
    const all: Written = { writes: [], articles: new Map(), claims: [], rulings: new Map() }
    for (let round = 0; round < rounds; round++) {
      const written: Written = { ...all, writes: [], articles: new Map() }
      await killed(running, { people: known, written, random: chance, copy })
      running = await built(await url())
      await expectSound(await url())
      await expectArticles(running.address, written.articles)
      await expectRecognised(running.address, written.writes)
      for (const [id, count] of written.articles) all.articles.set(id, count)
      all.writes.push(...written.writes)
      if (rounds > 2) report(round, all)
    }
    await expectArticles(running.address, all.articles)
    await expectSound(await url())
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
  })
})
