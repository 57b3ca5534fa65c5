// On both databases: a question about the past is answered as it was answered then.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Step } from '../standings/sequences.ts'
import { eachDialect } from '../support/dialects.ts'
import { type Newsroom, openNewsroom } from '../support/newsroom.ts'
import { days, expectAnswersAsOf, type Moment, momentOf } from './days.ts'

/** Every so many steps it is written down what the service answers. */
const EVERY = 5

async function lived(news: Newsroom, steps: readonly Step[]): Promise<Moment[]> {
  const moments = []
  for (const [i, step] of steps.entries()) {
    const { status, text } = (await step.write(news)) as { status: number; text: string }
    expect(status, `${step.says}: ${text}`).not.toBe(500)
    if (i % EVERY === 0 || i === steps.length - 1) moments.push(await momentOf(news, step.says))
  }
  return moments
}

eachDialect('the past', ({ url }, dialect) => {
  it('is answered as it was, whatever has been written since', async () => {
    // Restored here at first, later on a thread, and then also from the moment before.
    const news = await openNewsroom({ url: await url(), longPast: 60 })
    await fc.assert(
      fc.asyncProperty(days, async (steps) => {
        for (const moment of await lived(news, steps)) await expectAnswersAsOf(news, moment)
      }),
      { numRuns: dialect === 'sqlite' ? 3 : 2, endOnFailure: true },
    )
  })
})
