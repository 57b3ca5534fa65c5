// Kept counts are what a recount gives, whatever happened: for every way of grouping, after every write.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eachDialect } from '../support/dialects.ts'
import { expectNoGaps, openNewsroom } from '../support/newsroom.ts'
import { clearAway, expectKept, sequence } from './sequences.ts'
import { expectStrongest, manyClaims, take, turns } from './strongest.ts'

eachDialect('kept counts', ({ url }, dialect) => {
  it('are what a recount gives, after any sequence of writes', async () => {
    const news = await openNewsroom({ url: await url() })
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        await expectKept(news, steps)
        await clearAway(news)
      }),
      // The sequences follow each other on one database, whose speakers stay: a shorter one alone would prove nothing.
      { numRuns: dialect === 'sqlite' ? 15 : 5, endOnFailure: true },
    )
    await expectNoGaps(news)
  })

  it('have the strongest of many claims as evidence, whatever is decided on them', async () => {
    const news = await openNewsroom({ url: await url() })
    const claims = await manyClaims(news)
    await fc.assert(
      fc.asyncProperty(turns, async (taken) => {
        for (const one of taken) await take(news, claims, one)
        await expectStrongest(news)
      }),
      { numRuns: dialect === 'sqlite' ? 8 : 2, endOnFailure: true },
    )
  })

  it('are nothing once every article is deleted', async () => {
    const news = await openNewsroom({ url: await url() })
    await news.article('“These are business records,” said Ida Orme for Kestrel Mail.', {
      publisher: 'Quayside Echo',
    })
    await clearAway(news)
    const { standingGroups, evidence, strongestEvidence, claimPositions, tags } = await news.rows()
    expect([standingGroups, evidence, strongestEvidence, claimPositions, tags]).toEqual([[], [], [], [], []])
  })
})
