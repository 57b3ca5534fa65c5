// Tags as a stream of lines.

import { expect, it } from 'vitest'
import type { Problem } from '../../src/http/problem.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectNoGaps,
  expectRefused,
  first,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'

interface Result {
  line: number
  status: string
  tagId?: string
  problem?: Problem
}

const ndjson = { 'content-type': 'application/x-ndjson' }

it('stores the good lines, in order, and says what is wrong with each bad one', async () => {
  const news = await openNewsroom()
  const { claims, article } = await news.article('“They are business records,” said Ida Orme.')
  const claimId = first(claims).id
  const good = { claimId, question: QUESTION, position: PERSONAL }
  const rejected = first((await news.article('“It is ours,” said Jon Pell.')).claims).id
  await news.patch(`/v1/claims/${rejected}`, 'annotator', { status: 'rejected' })
  const lines: [unknown, string, number?, string?][] = [
    [good, 'created'],
    [{ ...good, claimId: 'clm_nothing' }, 'invalid', 404],
    [{ ...good, position: 'nothing' }, 'invalid', 422, 'unknown_position'],
    [{ ...good, question: 'nothing' }, 'invalid', 422, 'unknown_question'],
    [{ ...good, extra: 1 }, 'invalid', 400, 'unknown_field'],
    [{ question: QUESTION, position: PERSONAL }, 'invalid', 400, 'either_or'],
    [{ ...good, articleId: article.id, quote: 'They' }, 'invalid', 400, 'either_or'],
    [{ question: QUESTION, position: PERSONAL, articleId: article.id }, 'invalid', 400, 'either_or'],
    [{ ...good, claimId: rejected }, 'invalid', 409],
    ['a string', 'invalid', 400, 'invalid_type'],
    [{ ...good, position: RECORDS, rationale: 'On second thoughts.' }, 'invalid', 409, 'repeated_line'],
    [good, 'invalid', 409, 'repeated_line'],
  ]
  const payload = `${lines.map(([line]) => JSON.stringify(line)).join('\n')}\n{"half`
  const answer = await news.post('/v1/tags/batch', 'annotator', payload, ndjson)
  const results = answer.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Result)
  expect(
    results.map(({ line, status, problem }) => [line, status, problem?.status, problem?.errors[0]?.code]),
  ).toEqual([
    ...lines.map(([, status, problem, code], i) => [i + 1, status, problem, code]),
    [13, 'invalid', 400, 'invalid_json'],
  ])
  const { data } = ok(await news.get<{ data: Tag[] }>(`/v1/claims/${claimId}/tags`))
  expect(
    data
      .filter((tag) => tag.annotator.kind === 'person')
      .map(({ id, position, current }) => [id, position, current]),
  ).toEqual([[results[0]?.tagId, PERSONAL, true]])
  expect(results.at(-2)?.problem).toMatchObject({ claimId, repeats: { line: 1, tagId: results[0]?.tagId } })
  await news.remove(`/v1/articles/${article.id}`, 'curator')
  const late = await news.post('/v1/tags/batch', 'annotator', JSON.stringify(good), ndjson)
  expect(JSON.parse(late.text)).toMatchObject({ line: 1, status: 'invalid', problem: { status: 410 } })
  await expectNoGaps(news)
})

it('of another media type, or declared too long, is refused', async () => {
  const news = await openNewsroom()
  expectRefused(
    await news.post('/v1/tags/batch', 'annotator', '{}', { 'content-type': 'application/json' }),
    { status: 415 },
  )
  const headers = { ...ndjson, 'content-length': String(64 * 1024 * 1024 + 1) }
  expectRefused(await news.post('/v1/tags/batch', 'annotator', '{}', headers), { status: 413 })
})
