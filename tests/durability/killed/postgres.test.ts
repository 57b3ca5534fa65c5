// PostgreSQL is killed under the service, at random moments under load, and comes back: the service, which nobody starts
// again, has lost nothing of what it answered. KILL_ROUNDS=20 kills it as often; KILL_SEED takes other moments.

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { random } from '../../../src/commands/bench/random.ts'
import { until } from '../../support/newsroom.ts'
import { expectArticles, expectRecognised, expectSound, people, report } from '../aftermath.ts'
import { ADMIN_KEY, built } from '../built.ts'
import { copies } from '../copies.ts'
import { load, type Written } from '../load.ts'
import { DEATHS, type Death, mortalPostgres } from '../postgres.ts'
import { read } from '../writes.ts'
import { following } from './following.ts'

const seed = Number(process.env.KILL_SEED ?? 1)
const rounds = Number(process.env.KILL_ROUNDS ?? 2)

/** Of load before it dies, and while it is gone, in milliseconds. */
const MOST_BEFORE = rounds > DEATHS.length ? 900 : 250
const GONE = 300

const readiness = (address: string) =>
  read<{ reason?: string }>(address, '/health/ready', ADMIN_KEY).then(({ status, body }) => [
    status,
    body.reason,
  ])

it(`a PostgreSQL that is killed ${rounds} times`, { timeout: (rounds + 1) * 60_000 }, async () => {
  const chance = random(seed)
  const copy = await copies()
  const postgres = await mortalPostgres()
  const { address, child, ended } = await built(postgres.url)
  const known = await people(address)
  const stream = following(address)
  const all: Written = { writes: [], articles: new Map(), claims: [], rulings: new Map() }
  for (let round = 0; round < rounds; round++) {
    const death = DEATHS[round % DEATHS.length] as Death
    const written: Written = { ...all, writes: [], articles: new Map() }
    const stop = new AbortController()
    const work = { address, people: known, written, random: chance, copy, answered: () => {} }
    const loaded = load(work, stop.signal)
    await sleep(chance.below(MOST_BEFORE))
    await postgres.die(death)
    if (death !== 'backend') {
      await until(async () => (await readiness(address))[0] === 503)
      expect(await readiness(address)).toEqual([503, 'away'])
    }
    await sleep(GONE)
    await postgres.comeBack()
    await until(async () => (await readiness(address))[0] === 200)
    stop.abort()
    await loaded
    await expectSound(postgres.url)
    await expectArticles(address, written.articles)
    await expectRecognised(address, written.writes)
    for (const [id, count] of written.articles) all.articles.set(id, count)
    all.writes.push(...written.writes)
    if (rounds > DEATHS.length) report(round, all)
  }
  await expectArticles(address, all.articles)
  await expectSound(postgres.url)
  await stream.expectWhole()
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
