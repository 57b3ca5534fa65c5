// An operation that writes for long does not keep others waiting, and nobody sees it half done.

import { expect, it } from 'vitest'
import type { Database } from '../../src/storage/database.ts'
import { eachDialect } from '../support/dialects.ts'
import { noting } from './noting.ts'

/** More than it can take; the operation ends when others were answered so often. */
const MOST = 50_000
const ANSWERS = 3

/** Goes on until others were answered; gives what they were told meanwhile. */
async function meanwhile(db: Database, then?: () => void) {
  const room = noting(db)
  const told: string[][] = []
  let isDone = false
  const long = db
    .batch(function* () {
      let n = 0
      while (told.length < ANSWERS && n < MOST) yield* room.noted(`ann_long_${++n}`)()
      then?.()
      return n
    })
    .finally(() => {
      isDone = true
    })
  const short = db.batch(room.noted('ann_short'))
  while (!isDone && told.length < ANSWERS) {
    const ids = await room.ids()
    if (!isDone) told.push(ids)
  }
  return { room, told, long, short }
}

eachDialect('an operation that writes for long', ({ open }) => {
  it('lets others be answered, who see nothing of it yet; whoever writes comes after it', async () => {
    const { room, told, long, short } = await meanwhile(await open())
    const written = await long
    await short
    expect(written).toBeLessThan(MOST)
    expect(told).toEqual([[], [], []])
    expect(await room.ids()).toHaveLength(written + 1)
    expect((await room.ledger()).map((entry) => entry.seq)).toEqual(
      Array.from({ length: written + 1 }, (_, i) => i + 1),
    )
  })

  it('leaves nothing when it is refused in the end, and takes no other one with it', async () => {
    const { room, told, long, short } = await meanwhile(await open(), () => {
      throw new Error('refused')
    })
    await expect(long).rejects.toThrow('refused')
    await short
    expect(told).toEqual([[], [], []])
    expect(await room.ids()).toEqual(['ann_short'])
  })
})
