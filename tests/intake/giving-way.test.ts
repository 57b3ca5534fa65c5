// Work in the background rests the longer the busier others are.

import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { givingWay, restAfter, restingInCrowds } from '../../src/intake/giving-way.ts'

it.each([
  [10, 0, 10],
  [10, 0.5, 100],
  [10, 1, 190],
  [0, 1, 0],
])('after %d ms of work beside others who take %d of the time: %d ms', (worked, busy, expected) => {
  expect(restAfter(worked, busy)).toBe(expected)
})

it('learns from one rest how long the next has to be', async () => {
  const giveWay = givingWay()
  const took = async () => {
    const started = performance.now()
    await giveWay(2)
    return performance.now() - started
  }
  // Somebody keeps the event loop for nearly all of the first rest, and nobody calls during the second.
  const busy = setInterval(() => {
    for (const end = performance.now() + 10; performance.now() < end; );
  }, 0)
  await took()
  clearInterval(busy)
  const afterBusy = await took()
  const afterQuiet = await took()
  expect(afterBusy).toBeGreaterThan(restAfter(2, 0.5))
  expect(afterQuiet).toBeLessThan(afterBusy)
})

it('rests while others crowd the event loop, and not where they leave it breaks', async () => {
  const rest = restingInCrowds(50)
  const took = async () => {
    const started = performance.now()
    await rest()
    return performance.now() - started
  }
  const crowd = setInterval(() => {
    for (const end = performance.now() + 20; performance.now() < end; );
  }, 0)
  await pause(150)
  const amidst = await took()
  clearInterval(crowd)
  await pause(150)
  const after = await took()
  expect(amidst).toBeGreaterThanOrEqual(49)
  expect(after).toBeLessThan(amidst)
})
