// Tags from people who annotate elsewhere: the claim is found by its article and its words, or the candidates are named.

import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/http/problem.ts'
import type { Tag } from '../../src/tags/schema.ts'
import { expectRefused, first, made, ok, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'

const text =
  '“The letters are theirs,” said Ida Orme. “It rains,” said Jon Pell. Later he spoke. “It rains,” said Ida Orme. “Do the letters matter?” said Jon Pell.'

const room = sharedNewsroom(async (news) => {
  const { article, claims } = await news.article(text)
  return { articleId: article.id, claims }
})

const tagged = (place: object) =>
  room().post<Tag>('/v1/tags', 'annotator', {
    articleId: room().given.articleId,
    question: QUESTION,
    position: PERSONAL,
    ...place,
  })

const index = (claimId: string) => room().given.claims.findIndex((claim) => claim.id === claimId)

describe('a quote', () => {
  it.each<[object, number]>([
    [{ quote: 'The letters are theirs' }, 0],
    [{ quote: 'letters are' }, 0],
    [{ quote: '“The letters are theirs,” said' }, 0],
    [{ quote: 'It rains', suffix: ',” said Jon' }, 1],
    [{ quote: 'It rains', prefix: 'he spoke. “' }, 2],
    [{ quote: 'letters', prefix: 'Do the ' }, 3],
  ])('%j is on claim %i', async (place, expected) => {
    const answer = await tagged(place)
    const tag = made(answer)
    expect(index(tag.claimId)).toBe(expected)
    expect(ok(await room().get<Tag>(String(answer.headers.location)))).toEqual(tag)
  })

  it.each<[object, string, number[]]>([
    [{ quote: 'It rains' }, 'quote_ambiguous', [1, 2]],
    [{ quote: 'letters' }, 'quote_ambiguous', [0, 3]],
    [{ quote: 'It snows' }, 'quote_absent', [0, 1, 2, 3]],
    [{ quote: 'It rains', prefix: 'nowhere' }, 'quote_absent', [0, 1, 2, 3]],
    [{ quote: 'Later he spoke.' }, 'quote_absent', [0, 1, 2, 3]],
  ])('%j is refused as %s, with the candidates', async (place, code, candidates) => {
    const seq = await room().seq()
    const problem = expectRefused(await tagged(place), { status: 422, pointer: '/quote', code })
    expect(
      (problem as Problem & { candidates: { claimId: string }[] }).candidates.map((one) =>
        index(one.claimId),
      ),
    ).toEqual(candidates)
    expect(await room().seq()).toBe(seq)
  })
})

it('as the article was sent is found in the text as it is kept', async () => {
  const sent = '“The café’s letters\r\nare theirs,” said Zoë Orme.'.normalize('NFD')
  const { article, claims } = await room().article(sent)
  const place = { quote: 'café’s letters\r\nare', prefix: 'The ', suffix: ' theirs' }
  const inNfd = Object.fromEntries(Object.entries(place).map(([key, one]) => [key, one.normalize('NFD')]))
  const tag = made(await tagged({ articleId: article.id, ...inNfd }))
  expect(tag.claimId).toBe(first(claims).id)
})

it('or the claim’s id does as well, in the body; no article, or both, does not', async () => {
  const { claims, articleId } = room().given
  const tag = { question: QUESTION, position: PERSONAL }
  made(await room().post('/v1/tags', 'annotator', { claimId: claims[0]?.id, ...tag }))
  expectRefused(await tagged({ articleId: 'art_none', quote: 'It rains' }), { status: 404 })
  for (const place of [
    {},
    { articleId },
    { quote: 'It rains' },
    { claimId: claims[0]?.id, articleId, quote: 'x' },
  ])
    expectRefused(await room().post('/v1/tags', 'annotator', { ...place, ...tag }), {
      status: 400,
      pointer: '/claimId',
    })
})

it('a batch takes both, and a line by quote that repeats one by id is refused', async () => {
  const { claims, articleId } = room().given
  const tag = { question: QUESTION, position: PERSONAL }
  const lines = [
    { claimId: claims[3]?.id, ...tag },
    { articleId, quote: 'Do the letters matter?', ...tag },
    { articleId, quote: 'The letters are theirs', ...tag },
  ]
  const payload = lines.map((line) => JSON.stringify(line)).join('\n')
  const answer = await room().post('/v1/tags/batch', 'annotator', payload, {
    'content-type': 'application/x-ndjson',
  })
  const results = answer.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { status: string; problem?: Problem })
  expect(results.map(({ status, problem }) => [status, problem?.status])).toEqual([
    ['created', undefined],
    ['invalid', 409],
    ['created', undefined],
  ])
})
