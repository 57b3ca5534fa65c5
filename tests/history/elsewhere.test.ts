// What was brought from another service has a past here too: from the moment at which it came.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imported } from '../imports/sending.ts'
import { openNewsroom } from '../support/newsroom.ts'
import { days, expectAnswersAsOf, momentOf } from './days.ts'

it('an imported corpus is answered as it was when it had come', async () => {
  await fc.assert(
    fc.asyncProperty(days, days, async (there, here) => {
      const source = await openNewsroom()
      for (const step of there) await step.write(source)
      await momentOf(source, 'all that')
      const { text } = await source.get('/v1/exports/claims.ndjson', 'admin')
      const news = await openNewsroom()
      await imported(news, 'claims.ndjson', text)
      const came = await momentOf(news, 'the import')
      for (const step of here.slice(0, 6)) await step.write(news)
      const later = await momentOf(news, 'some days')
      await expectAnswersAsOf(news, came)
      await expectAnswersAsOf(news, later)
      expect(later.seq).toBeGreaterThan(came.seq)
      await source.close()
      await news.close()
    }),
    { numRuns: 2, endOnFailure: true },
  )
})
