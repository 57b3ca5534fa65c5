// On both databases: what another process writes reaches those who follow the ledger here.

import { expect, it } from 'vitest'
import { eachDialect } from '../support/dialects.ts'
import { openStream } from '../support/events.ts'
import { openNewsroom } from '../support/newsroom.ts'

const WRITES = 20

eachDialect('the stream of changes', ({ url }) => {
  it('brings what this process and another one write, in order, each once', async () => {
    const here = await openNewsroom({ url: await url() })
    const there = await openNewsroom({ url: await url() })
    const stream = await openStream(here)
    const from = await here.seq()
    await Promise.all(
      Array.from({ length: WRITES }, (_, i) => (i % 2 ? here : there).annotator('annotator', `Ada ${i}`)),
    )
    const events = await stream.next(2 * WRITES)
    expect(events.map(({ data }) => data.seq)).toEqual(events.map((_, i) => from + i + 1))
    await there.annotator('annotator', 'Grace')
    const [last] = await stream.next(1)
    expect(last?.data.after).toMatchObject({ name: 'Grace' })
  })
})
