// Written claims are kept until the next change in the ledger, and never beyond it.

import { describe, expect, it } from 'vitest'
import { keptClaims } from '../../src/claims/kept.ts'

const claim = { text: '{"id":"clm_1"}' }

describe('a claim that was written out', () => {
  it('is there for the next reader', async () => {
    const kept = keptClaims(async () => 7)
    const first = await kept.now()
    first.set('clm_1', claim)
    expect((await kept.now()).get('clm_1')).toBe(claim)
    expect(await first.stillHold()).toBe(true)
  })

  it('is gone once anything has changed', async () => {
    let change = 7
    const kept = keptClaims(async () => change)
    const first = await kept.now()
    first.set('clm_1', claim)
    change = 8
    expect(await first.stillHold()).toBe(false)
    expect((await kept.now()).get('clm_1')).toBeUndefined()
  })

  it('is not kept by a reader who began before the change, nor given to one', async () => {
    let change = 7
    const kept = keptClaims(async () => change)
    const before = await kept.now()
    change = 8
    const after = await kept.now()
    before.set('clm_1', claim)
    expect(after.get('clm_1')).toBeUndefined()
    after.set('clm_2', claim)
    expect(before.get('clm_2')).toBeUndefined()
  })

  it('makes room for others when there are many', async () => {
    const kept = keptClaims(async () => 7)
    const now = await kept.now()
    const long = { text: 'x'.repeat(3_000_000) }
    for (const key of ['clm_1', 'clm_2', 'clm_3']) now.set(key, long)
    expect([now.get('clm_1'), now.get('clm_3')]).toEqual([undefined, long])
  })
})

describe('which claims are worth keeping', () => {
  it('are those that are asked for again', async () => {
    const now = await keptClaims(async () => 7).now()
    expect([now.isAgain(1), now.isAgain(2), now.isAgain(1), now.isAgain(1)]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('and not those of which the like was asked for so long ago that it is forgotten', async () => {
    const now = await keptClaims(async () => 7).now()
    now.isAgain(1)
    for (let number = 2; number < 200_000; number++) now.isAgain(number)
    expect(now.isAgain(1)).toBe(false)
  })

  it('is remembered beyond changes', async () => {
    let change = 7
    const kept = keptClaims(async () => change)
    const before = await kept.now()
    before.isAgain(1)
    change = 8
    expect((await kept.now()).isAgain(1)).toBe(true)
  })
})
