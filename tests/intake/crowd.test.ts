// Many short texts at once: others are answered in between, and what comes in crowds is read on threads, alike.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { analyst } from '../../src/intake/analyst.ts'
import { shippedWeights } from '../../src/weights.ts'

const engine = createEngine(shippedWeights())
const reading = analyst(engine)
afterAll(() => reading.close())

const texts = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `“Nobody reads the letters of case ${i},” said Ines Calder, who keeps them.`,
  )

it('takes one in each turn of the event loop', async () => {
  let turns = 0
  let isDone = false
  const others = (async () => {
    while (!isDone) {
      await nextTurn()
      turns++
    }
  })()
  await reading.extract('Once, so that everything is compiled.')
  const before = turns
  const seen = await Promise.all(texts(6).map((text) => reading.extract(text).then(() => turns - before)))
  isDone = true
  await others
  for (const [i, turn] of seen.slice(1).entries()) expect(turn).toBeGreaterThan(seen[i] ?? 0)
})

it('finds in a crowd of them what it finds in each alone', async () => {
  const found = await Promise.all(texts(20).map((text) => reading.extract(text)))
  expect(found).toEqual(texts(20).map((text) => engine.extract(text)))
  expect(found[0]?.claims).toHaveLength(1)
})
