// On both databases: agreement after many tag at once is what the same tags give when they come one by one.

import { expect, it } from 'vitest'
import type { Agreement } from '../../src/agreement/schema.ts'
import { eachDialect } from '../support/dialects.ts'
import { made, type Newsroom, ok, openNewsroom, PERSONAL, QUESTION, RECORDS } from '../support/newsroom.ts'

const ANNOTATORS = 12
const CLAIMS = 10

const text = Array.from({ length: CLAIMS }, (_, i) => `“Ledger ${i} is theirs,” said Ida Orme.`).join(' ')

/** What the annotator takes the claim for, in their first and second tag. */
const chosen = (annotator: number, claim: number, second: boolean) =>
  (annotator * 7 + claim * (second ? 3 : 5)) % 4 === 0 ? PERSONAL : RECORDS

/** Each annotator's tags in order, and then their second thoughts; the annotators one by one or all at once. */
async function tagged(news: Newsroom, atOnce: boolean): Promise<Agreement> {
  const { claims } = await news.article(text)
  const work = Array.from({ length: ANNOTATORS }, (_, i) => async () => {
    const annotator = await news.annotator('annotator', `Tagger ${i}`)
    for (const second of [false, true]) {
      for (const [c, claim] of claims.entries()) {
        const body = { question: QUESTION, position: chosen(i, c, second) }
        made(await news.post(`/v1/claims/${claim.id}/tags`, annotator, body))
      }
    }
  })
  if (atOnce) await Promise.all(work.map((tag) => tag()))
  else for (const tag of work) await tag()
  return ok(await news.get<Agreement>(`/v1/questions/${QUESTION}/agreement`))
}

/** Without ids, which differ from one database to the next. */
const figures = ({ cohenKappa, divided, tagsBy, ...rest }: Agreement) => ({
  ...rest,
  pairs: cohenKappa.map(({ n }) => n),
  divided: divided.map(({ counts }) => counts).map((counts) => JSON.stringify(counts)),
  tags: tagsBy.map(({ tags }) => tags),
})

eachDialect('agreement', ({ url }) => {
  it('is the same whether tags come at once or in order', async () => {
    const atOnce = await tagged(await openNewsroom({ url: await url() }), true)
    const inOrder = await tagged(await openNewsroom(), false)
    expect(figures(atOnce)).toEqual(figures(inOrder))
    expect(atOnce).toMatchObject({ claims: CLAIMS, annotators: ANNOTATORS })
    expect(new Set(atOnce.tagsBy.map(({ tags }) => tags))).toEqual(new Set([CLAIMS]))
  })
})
