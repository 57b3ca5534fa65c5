// The service is killed at random moments under load, and started again: whatever was answered is there, nothing is half
// there, and what is sent again is answered as it was. KILL_ROUNDS=60 kills it as often; KILL_SEED takes other moments.

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { random } from '../../../src/commands/bench/random.ts'
import { eachDialect } from '../../support/dialects.ts'
import { expectArticles, expectRecognised, expectSound, people, report } from '../aftermath.ts'
import { built, type Running } from '../built.ts'
import { copies } from '../copies.ts'
import { load, type Work, type Written } from '../load.ts'

const seed = Number(process.env.KILL_SEED ?? 1)

/** Answers before the kill, at most, and the milliseconds that then go by, so that it falls anywhere within a write. */
const MOST_ANSWERS = 80
const MOST_WAITING = 40
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
