// Whoever only looks runs an operation without a transaction, beside whoever writes.

import { expect, it } from 'vitest'
import { eachDialect } from '../support/dialects.ts'
import { noting } from './noting.ts'

eachDialect('looking', ({ open }) => {
  it('gives what the operation gives in a transaction', async () => {
    const db = await open()
    const room = noting(db)
    await db.batch(room.noted('ann_one'))
    expect(await db.look(room.count)).toBe(1)
    expect(await db.look(room.count)).toBe(await db.batch(room.count))
  })

  it('does not write: what tries is refused, and nothing is there', async () => {
    const db = await open()
    const room = noting(db)
    await expect(db.look(room.noted('ann_one'))).rejects.toThrow('does not write')
    expect(await room.ids()).toEqual([])
  })

  it('fails as the operation does', async () => {
    const db = await open()
    await expect(
      db.look(function* () {
        yield* noting(db).count()
        throw new Error('not so')
      }),
    ).rejects.toThrow('not so')
  })
})
