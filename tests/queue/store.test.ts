// On both databases: the queue's order, which rests on the indexes and statements of each.

import { expect, it } from 'vitest'
import { LEASE } from '../../src/leases/store.ts'
import type { Queue } from '../../src/queue/schema.ts'
import { eachDialect } from '../support/dialects.ts'
import { made, ok, openNewsroom, PERSONAL, QUESTION, RECORDS } from '../support/newsroom.ts'

const text = (words: readonly string[]) => words.map((one) => `“${one}” said Ida Orme.`).join(' ')

eachDialect('the queue', ({ url }) => {
  it('gives each annotator what most needs their tag, until nothing does', async () => {
    const news = await openNewsroom({ url: await url() })
    const { claims } = await news.article(text(['disputed', 'untagged', 'surely untagged', 'once']))
    await news.article(text(['elsewhere and surer']))
    const [one, two, three] = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => news.annotator('annotator', name)),
    )
    const tag = async (as: { key: string } | undefined, index: number, position: string) =>
      made(
        await news.post(`/v1/claims/${claims[index]?.id}/tags`, as ?? 'nobody', {
          question: QUESTION,
          position,
        }),
      )
    await tag(one, 0, RECORDS)
    await tag(two, 0, PERSONAL)
    await tag(two, 3, RECORDS)
    const words = async (as: { key: string } | undefined) =>
      ok(await news.get<Queue>(`/v1/questions/${QUESTION}/queue`, as)).data.map(({ quote }) => quote)
    const untagged = ['untagged', 'elsewhere and surer', 'surely untagged']
    expect(await words(three)).toEqual(['disputed', ...untagged, 'once'])
    expect(await words(two)).toEqual(untagged)
    expect(await words(one)).toEqual([])
    await tag(three, 0, RECORDS)
    await tag(three, 3, RECORDS)
    expect(await words(three)).toEqual(untagged)
    expect(await words(one)).toEqual([])
    news.clock.shift = LEASE
    expect(await words(one)).toEqual(untagged)
  })

  it('gives a claim to as many at once as it wants tags, and each a claim of their own where it wants one', async () => {
    const news = await openNewsroom({ url: await url() })
    await news.article(text(['a', 'bb', 'ccc', 'dddd']))
    const people = await Promise.all(
      Array.from({ length: 9 }, (_, i) => news.annotator('annotator', `P ${i}`)),
    )
    const path = `/v1/questions/${QUESTION}`
    const given = async () => {
      const answers = await Promise.all(people.map((as) => news.get<Queue>(`${path}/queue?limit=1`, as)))
      return answers
        .map((answer) =>
          ok(answer)
            .data.map(({ quote }) => quote)
            .join(),
        )
        .sort()
    }
    expect(await given()).toEqual(['', 'a', 'a', 'bb', 'bb', 'ccc', 'ccc', 'dddd', 'dddd'])
    ok(await news.patch(path, 'curator', { tagsPerClaim: 1 }))
    news.clock.shift = LEASE
    expect(await given()).toEqual(['', '', '', '', '', 'a', 'bb', 'ccc', 'dddd'])
  })
})
