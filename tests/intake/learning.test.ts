// The machine and people, in the service with the engine it ships: what a decision teaches, why a claim is placed as it
// is, and what a new reading and a corpus leave as people made it.

import { expect, it } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import { createEngine } from '../../src/engine/index.ts'
import type { Tag } from '../../src/tags/schema.ts'
import { shippedWeights } from '../../src/weights.ts'
import { made, ok, openNewsroom, PERSONAL, QUESTION, RECORDS, until } from '../support/newsroom.ts'

const engine = createEngine(shippedWeights())

const text = `"These emails are the personal documents of the people who wrote them," said Maud Tessaly, counsel for Harrowgate Mail.

The Ministry of Order argued that the emails are business records of the company.

"We carry the letters. We do not own them," Tessaly said.

Piet Vandersloot, a lawyer for the Ministry of Order, said that the company keeps the emails on its own machines.
`

async function withArticle(learnAfter?: number) {
  const news = await openNewsroom({ engine, ...(learnAfter === undefined ? {} : { learnAfter }) })
  const article = made(
    await news.post<Article>('/v1/articles', 'annotator', { title: 'Whose letters?', text }),
  )
  const claims = async () => ok(await news.get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`)).data
  return { news, article, claims }
}

const machineTags = (all: readonly Tag[]) => all.filter((tag) => tag.annotator.kind === 'software')

it('a decision is learnt from without a restart, and decided claims keep what people said', async () => {
  const { news, claims } = await withArticle(5)
  const [first, ...others] = await claims()
  const tag = { question: QUESTION, position: RECORDS }
  made(await news.post(`/v1/claims/${first?.id}/tags`, 'annotator', tag))
  const tagsOf = async (id: string) => ok(await news.get<{ data: Tag[] }>(`/v1/claims/${id}/tags`)).data
  await until(async () => {
    const counts = await Promise.all(others.map(async (claim) => machineTags(await tagsOf(claim.id)).length))
    return counts.some((n) => n > 1)
  }, 30_000)
  const [decided] = await claims()
  expect(decided?.positions).toEqual([
    {
      question: QUESTION,
      position: RECORDS,
      basis: 'people',
      confidence: 1,
      settled: false,
      wordsAlone: null,
    },
  ])
  const [untaught, ...more] = machineTags(await tagsOf(first?.id ?? ''))
  expect(more).toEqual([])
  // The version of a machine that has learnt names its lessons.
  expect(untaught?.annotator.version).toBe(engine.version)
  const renewed = (await Promise.all(others.map((claim) => tagsOf(claim.id))))
    .flat()
    .filter((one) => one.current)
  expect(renewed.some(({ annotator: { version } }) => version?.startsWith(`${engine.version}+`))).toBe(true)
})

it('each placing shows what the words alone would give, and its weights', async () => {
  const { news, claims } = await withArticle()
  for (const claim of await claims()) {
    const [position] = claim.positions
    expect(position?.wordsAlone).toMatchObject({
      position: expect.any(String),
      confidence: expect.any(Number),
    })
    const why = ok(
      await news.get<{ position: string; weights: unknown[]; probabilities: { probability: number }[] }>(
        `/v1/claims/${claim.id}/explanation?question=${QUESTION}`,
      ),
    )
    expect(why.position).toBe(position?.position)
    expect(why.weights.length).toBeGreaterThan(0)
    expect(why.probabilities.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 2)
  }
  const [claim] = await claims()
  expect((await news.get(`/v1/claims/${claim?.id}/explanation?question=nobody-asked`)).status).toBe(404)
})

it('a new reading leaves alone what a person has tagged, and takes nothing away that it finds again', async () => {
  const { news, article, claims } = await withArticle()
  const before = await claims()
  made(
    await news.post(`/v1/claims/${before[0]?.id}/tags`, 'annotator', {
      question: QUESTION,
      position: PERSONAL,
    }),
  )
  const answer = ok(
    await news.post<{ kept: number }>(`/v1/articles/${article.id}/reextract`, 'curator', undefined),
  )
  expect(answer).toMatchObject({ articleId: article.id, kept: before.length, added: 0, removed: 0 })
  expect((await claims()).map((claim) => claim.id)).toEqual(before.map((claim) => claim.id))
})

it('an article whose claims people have gone through is a line of the training corpus', async () => {
  const { news, article, claims } = await withArticle()
  const corpus = async () => (await news.app.inject('/v1/exports/training.jsonl')).body
  expect(await corpus()).toBe('')
  const all = await claims()
  for (const [i, claim] of all.entries()) {
    ok(
      await news.patch(`/v1/claims/${claim.id}`, 'annotator', { status: i === 0 ? 'rejected' : 'confirmed' }),
    )
  }
  const line = JSON.parse(await corpus()) as {
    id: string
    text: string
    attributions: { content: number[][] }[]
  }
  expect(line).toMatchObject({ id: article.id, text: article.text })
  expect(line.attributions).toHaveLength(all.length - 1)
  const [start = 0, end = 0] = line.attributions[0]?.content[0] ?? []
  expect(line.text.slice(start, end)).toBe(all[1]?.content[0]?.exact)
})
