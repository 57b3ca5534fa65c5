// A claim the engine missed, added by spans or by its words: never moved, only taken or refused.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import { expectRefused, first, made, ok, openNewsroom, PERSONAL, QUESTION } from '../support/newsroom.ts'

const text =
  '🦉 The owner, Ida Orme, holds that the mail is private. “They are personal documents,” said Jon Pell. Later she holds that the case is over.'

/** A span of the words, in code points, as the API counts unless told otherwise. */
function points(words: string, from = 0) {
  const start = [...text.slice(0, text.indexOf(words, from))].length
  return { start, end: start + [...words].length }
}

function utf16(words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('a claim added', () => {
  it('by spans stands in text order, confirmed, by its annotator, and is placed at once', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const body = {
      content: [points('the mail is private')],
      cue: [points('holds')],
      source: [points('Ida Orme')],
      speakers: ['Ida Orme'],
    }
    const answer = await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', body)
    const claim = made(answer)
    expect(claim).toMatchObject({
      ordinal: 1,
      quote: 'the mail is private',
      type: 'indirect',
      polarity: 'asserted',
      status: 'confirmed',
      confidence: 1,
      attribution: { method: 'manual', confidence: 1 },
      createdBy: { kind: 'person', name: 'the annotator' },
      speakers: [{ name: 'Ida Orme', kind: 'unknown' }],
      positions: [{ question: QUESTION, position: 'off-question', basis: 'machine' }],
      prefix: '🦉 The owner, Ida Orme, holds that '.slice(-32),
      parentId: null,
    })
    expect(answer.headers.location).toBe(`/v1/claims/${claim.id}`)
    expect(answer.etag).toBe((await news.get(`/v1/claims/${claim.id}`)).etag)
    const listed = ok(await news.get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`)).data
    expect(listed.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [claim.id, 1],
      [first(claims).id, 2],
    ])
  })

  it('by its words is found where they stand', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const claim = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
        exact: 'personal documents',
      }),
    )
    expect(first(claim.content)).toEqual({ ...points('personal documents'), exact: 'personal documents' })
    expect(claim).toMatchObject({
      type: 'direct',
      attribution: { method: 'none' },
      positions: [{ position: PERSONAL }],
    })
  })

  it('by words that occur twice needs what stands around them', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const url = `/v1/articles/${article.id}/claims`
    const problem = expectRefused(await news.post(url, 'annotator', { exact: 'holds that' }), {
      status: 422,
      pointer: '/exact',
      code: 'quote_ambiguous',
    })
    const second = points('holds that', 40)
    expect(problem).toMatchObject({
      candidates: [
        { ...points('holds that'), exact: 'holds that' },
        { ...second, prefix: expect.stringMatching(/Later she $/), suffix: ' the case is over.' },
      ],
    })
    const in16 = await news.post(`${url}?offsetUnit=utf16`, 'annotator', { exact: 'holds that' })
    expect(in16.body).toMatchObject({ candidates: [utf16('holds that'), {}] })
    for (const context of [
      { prefix: 'Later she ' },
      { suffix: ' the case' },
      { prefix: 'she ', suffix: ' the' },
    ])
      expect(
        first(made(await news.post<Claim>(url, 'annotator', { exact: 'holds that', ...context })).content)
          .start,
      ).toBe(second.start)
  })

  it.each([
    [{ suffix: 'zzz' }, 'before that suffix'],
    [{ prefix: 'zzz' }, 'after that prefix'],
    [{ prefix: 'Later she ', suffix: ' the mail' }, 'after that prefix and before that suffix'],
  ])('by words that stand elsewhere than %j is refused with where they stand', async (context, where) => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const url = `/v1/articles/${article.id}/claims`
    const problem = expectRefused(await news.post(url, 'annotator', { exact: 'holds that', ...context }), {
      status: 422,
      pointer: '/exact',
      code: 'quote_absent',
    })
    expect(problem.errors[0]?.detail).toBe(`It occurs in the text, but not ${where}.`)
    const ambiguous = await news.post(url, 'annotator', { exact: 'holds that' })
    expect(problem.candidates).toEqual((ambiguous.body as { candidates?: unknown }).candidates)
  })

  it('by words that stand nowhere is refused, and there are no candidates', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const body = { exact: 'sealed', suffix: ' by' }
    const answer = await news.post(`/v1/articles/${article.id}/claims`, 'annotator', body)
    const problem = expectRefused(answer, { status: 422, pointer: '/exact', code: 'quote_absent' })
    expect(problem.errors[0]?.detail).toBe('It does not occur in the text.')
    expect(problem.candidates).toEqual([])
  })

  it('by words as the article was sent is found in the text as it is kept', async () => {
    const news = await openNewsroom()
    const sent = 'The café is ours.\r\nThe café is theirs,\r\nsays Zoë.'.normalize('NFD')
    const { article } = await news.article(sent)
    const words = { exact: 'café is theirs,\r\nsays', prefix: '.\r\nThe ', suffix: ' Zoë' }
    const inNfd = Object.fromEntries(Object.entries(words).map(([key, one]) => [key, one.normalize('NFD')]))
    const claim = made(await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', inNfd))
    const { start, end, exact } = first(claim.content)
    expect(exact).toBe('café is theirs,\nsays')
    expect([...article.text].slice(start, end).join('')).toBe(exact)
  })

  it('in UTF-16 units where asked', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const span = { ...utf16('the mail is private'), exact: 'the mail is private' }
    const claim = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims?offsetUnit=utf16`, 'annotator', {
        content: [span],
      }),
    )
    expect(claim.content).toEqual([span])
    expect(first(ok(await news.get<Claim>(`/v1/claims/${claim.id}`)).content).start).toBe(span.start - 1)
  })

  it('of several pieces is one quote, in text order, and as long as a character is wide', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const content = [points('personal'), points('🦉'), points('private')]
    const claim = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
        content,
        type: 'mixed',
        polarity: 'questioned',
      }),
    )
    expect(claim).toMatchObject({
      quote: '🦉 … private … personal',
      type: 'mixed',
      polarity: 'questioned',
      prefix: '',
      ordinal: 1,
    })
  })

  it('names speakers by id, by a known name, or new', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const pell = first(first(claims).speakers)
    const add = async (speakers: string[]) =>
      made(
        await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
          exact: 'private',
          speakers,
        }),
      ).speakers
    expect((await add([pell.id])).map(({ id }) => id)).toEqual([pell.id])
    expect((await add(['JON PELL'])).map(({ id }) => id)).toEqual([pell.id])
    const [owner, again] = await add(['The Owner', pell.id])
    expect([owner?.name, again?.id]).toEqual(['The Owner', pell.id])
    expect(await add(['owner'])).toEqual([owner])
    expect(await add([pell.id, 'Jon Pell', pell.id])).toHaveLength(1)
  })

  it('by a name that two speakers have is refused with both', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(
      '“It is ours,” said Jon Pell for Kestrel Mail. “It is theirs,” said Ida Orme.',
    )
    for (const kind of ['person', 'court'])
      made(await news.post<Speaker>('/v1/speakers', 'curator', { name: 'A. Twin', kind }))
    const before = await news.rows()
    const problem = expectRefused(
      await news.post(`/v1/articles/${article.id}/claims`, 'annotator', {
        exact: 'theirs',
        speakers: ['A. Twin'],
      }),
      { status: 422, pointer: '/speakers', code: 'ambiguous_speaker' },
    )
    expect(problem).toMatchObject({ candidates: [{ name: 'A. Twin' }, { name: 'A. Twin' }] })
    expectRefused(
      await news.patch(`/v1/claims/${first(claims).id}`, 'annotator', { speakers: ['A. Twin'] }),
      { status: 422 },
    )
    expect(await news.rows()).toEqual(before)
  })
})
