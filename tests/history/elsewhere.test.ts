// What was brought from another service has a past here too: from the moment at which it came.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imported } from '../imports/sending.ts'
import { first, made, openNewsroom, PERSONAL, QUESTION } from '../support/newsroom.ts'
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

const TEXT =
  '“These are business records,” said Ida Orme. “They are mine, and personal documents,” said Jon Pell.'

it('so are annotations from elsewhere, rulings and further claims among them', async () => {
  const source = await openNewsroom()
  const { article, claims } = await source.article(TEXT)
  const url = `/v1/claims/${first(claims).id}`
  made(await source.post(`${url}/tags`, 'annotator', { question: QUESTION, position: PERSONAL }))
  made(await source.post(`${url}/rulings`, 'curator', { question: QUESTION, position: PERSONAL }))
  made(await source.post(`/v1/articles/${article.id}/claims`, 'annotator', { exact: 'They are mine' }))
  const { text } = await source.get('/v1/exports/annotations.jsonld')

  const news = await openNewsroom()
  const here = await news.article(TEXT)
  await imported(news, 'annotations.jsonld', text.replaceAll(article.id, here.article.id))
  const came = await momentOf(news, 'the annotations')
  await news.remove(`/v1/articles/${here.article.id}`, 'curator')
  await expectAnswersAsOf(news, came)
})
