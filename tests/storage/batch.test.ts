// An operation happens whole or not at all, whoever shares its commit; and the ledger has an entry for each that did.

import { expect, it } from 'vitest'
import { UniqueConflict } from '../../src/storage/constraints.ts'
import { eachDialect } from '../support/dialects.ts'
import { noting } from './noting.ts'

const fail = () => {
  throw new Error('refused')
}

eachDialect('an operation', ({ open }) => {
  it('leaves nothing when it throws', async () => {
    const db = await open()
    const room = noting(db)
    await expect(db.batch(room.noted('a', fail))).rejects.toThrow('refused')
    expect(await room.ids()).toEqual([])
    expect(await room.ledger()).toEqual([])
  })

  it('sees what was written before it, and by itself', async () => {
    const db = await open()
    const room = noting(db)
    await db.batch(room.noted('a'))
    const seen = await db.batch(function* () {
      yield* room.noted('b')()
      return yield* room.count()
    })
    expect(seen).toBe(2)
  })

  it('takes no other one with it when it breaks a constraint', async () => {
    const db = await open()
    const room = noting(db)
    const outcomes = await Promise.allSettled(['a', 'b', 'a', 'c'].map((id) => db.batch(room.noted(id))))
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect((outcomes[2] as PromiseRejectedResult).reason).toBeInstanceOf(UniqueConflict)
    expect(await room.ids()).toEqual(['a', 'b', 'c'])
  })

  it('is answered for itself among hundreds that share commits, and numbers its entry without a gap', async () => {
    const db = await open()
    const room = noting(db)
    const ids = Array.from({ length: 700 }, (_, i) => `n${String(i).padStart(3, '0')}`)
    const refused = (i: number) => i % 7 === 3
    const outcomes = await Promise.allSettled(
      ids.map((id, i) => db.batch(room.noted(id, refused(i) ? fail : undefined))),
    )
    const answered = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const expected = ids.filter((_, i) => !refused(i))
    expect(answered).toEqual(expected)
    expect(await room.ids()).toEqual(expected)
    const entries = await room.ledger()
    expect(entries.map((entry) => entry.seq)).toEqual(expected.map((_, i) => i + 1))
    expect(entries.map((entry) => entry.entityId)).toEqual(expected)
  })

  it('waits for its turn where two processes write', async () => {
    const [here, there] = [await open(), await open()]
    const [one, two] = [noting(here), noting(there)]
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        i % 2 ? here.batch(one.noted(`here ${i}`)) : there.batch(two.noted(`there ${i}`)),
      ),
    )
    const entries = await one.ledger()
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  })
})
