// One article in: stored, broken into claims, its speakers found and each claim placed, in one write.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import {
  expectNoGaps,
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'

const text =
  '“Such letters are business records,” said Mara Voss for Kestrel Mail. “No, they are personal documents,” said Records Office (government, also RO).'

describe('an article', () => {
  it('comes in with its claims, speakers and positions, and who stands where shows it', async () => {
    const news = await openNewsroom()
    const body = {
      title: 'Whose letters?',
      text,
      publisher: 'Quayside Echo',
      byline: 'R. Tam',
      url: 'https://example.test/1',
      publishedAt: '2022-05-06T10:00:00+02:00',
      language: 'en-GB',
      metadata: { desk: 'law', pages: [1, 2] },
    }
    const answer = await news.post<Article>('/v1/articles', 'annotator', body)
    const article = made(answer)
    expect(article).toMatchObject({
      ...body,
      publishedAt: '2022-05-06T08:00:00.000Z',
      claimCount: 2,
      engineVersion: 'stub-1',
    })
    expect(answer.headers.location).toBe(`/v1/articles/${article.id}`)
    expect(answer.etag).toBe((await news.get(`/v1/articles/${article.id}`)).etag)
    const { data } = ok(await news.get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`))
    expect(data).toMatchObject([
      {
        ordinal: 1,
        quote: 'Such letters are business records,',
        polarity: 'asserted',
        status: 'proposed',
        speakers: [{ name: 'Mara Voss', kind: 'person' }],
        positions: [{ question: QUESTION, position: RECORDS, basis: 'machine' }],
        createdBy: { kind: 'software', name: 'engine', version: 'stub-1' },
        attribution: { method: 'named' },
      },
      {
        ordinal: 2,
        quote: 'No, they are personal documents,',
        polarity: 'denied',
        speakers: [{ name: 'Records Office', kind: 'government' }],
        positions: [{ position: PERSONAL }],
      },
    ])
    const standings = ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}`))
    expect(standings.data.map(({ speaker, leaning }) => [speaker?.name, leaning]).sort()).toEqual([
      ['Mara Voss', RECORDS],
      ['Records Office', PERSONAL],
    ])
    await expectNoGaps(news)
  })

  it('gives each claim its exact words and what stands around them', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(`Before the hearing there was silence. ${text}`)
    const { content, cue, source, prefix, suffix } = first(claims)
    const cut = ({ start, end, exact }: { start: number; end: number; exact: string }) => {
      expect(`Before the hearing there was silence. ${text}`.slice(start, end)).toBe(exact)
      return exact
    }
    expect([content, cue, source].map((spans) => spans.map(cut))).toEqual([
      ['Such letters are business records,'],
      ['said'],
      ['Mara Voss for Kestrel Mail'],
    ])
    expect([prefix, suffix]).toEqual(['the hearing there was silence. “', '” said Mara Voss for Kestrel Mai'])
  })

  it('keeps hearsay inside the claim that encloses it', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(
      '“He told us ‘it is all ours’ says Ida Orme, and left,” said Jon Pell.',
    )
    expect(claims.map(({ parentId, speakers }) => [parentId, first(speakers).name])).toEqual([
      [null, 'Jon Pell'],
      [first(claims).id, 'Ida Orme'],
    ])
  })

  it('is counted in code points or in UTF-16 units, as asked', async () => {
    const news = await openNewsroom()
    const emoji = '🦉🦉 “The 🐟 is ours,” said Ida 🦊 Orme.'
    const { article, claims } = await news.article(emoji)
    const { id } = first(claims)
    const utf16 = ok(await news.get<Claim>(`/v1/claims/${id}?offsetUnit=utf16`))
    const points = ok(await news.get<Claim>(`/v1/claims/${id}`))
    for (const part of ['content', 'cue', 'source'] as const) {
      const [unit, point] = [first(utf16[part]), first(points[part])]
      expect(article.text.slice(unit.start, unit.end)).toBe(unit.exact)
      expect([...article.text].slice(point.start, point.end).join('')).toBe(point.exact)
    }
    expect(first(utf16.content).start - first(points.content).start).toBe(2)
    for (const list of [`/v1/claims?offsetUnit=utf16`, `/v1/articles/${article.id}/claims?offsetUnit=utf16`])
      expect(first(ok(await news.get<{ data: Claim[] }>(list)).data)).toEqual(utf16)
  })
})

describe('a text', () => {
  const news = sharedNewsroom(async () => null)

  it.each([
    ['without a claim', 'It rained on the quay all day.', 0],
    ['of one letter', 'x', 0],
    ['of marks alone', '“”“”""\'\'‘’„“«»', 0],
    ['in another script', '“これは個人の手紙です” said 田中.', 1],
    ['with emoji and combining marks', '🦉🦉 “Zoe\u0308 agrees 👩‍👩‍👧,” said Zoë Ängström.', 1],
    ['with a byte order mark and odd spaces', '\uFEFF“It\u00A0is\u2009ours” said Ida Orme.', 1],
    ['with control characters', '“It is\u0007 ours” said Ida Orme.\u001b[31m', 1],
    ['that looks like a formula and a tag', '“=HYPERLINK("x")<script>alert(1)</script>” said Ida Orme.', 1],
    ['that looks like SQL', "“it'); DROP TABLE claims;--” said Robert ''Tables''.", 1],
  ])('%s is kept as it came', async (_, odd, n) => {
    const { article, claims } = await news().article(odd)
    expect(claims).toHaveLength(n)
    expect(ok(await news().get<Article>(`/v1/articles/${article.id}`)).text).toBe(odd.normalize('NFC'))
  })
})

describe('a text that is there already', () => {
  it.each([
    ['the same', text],
    ['with other line ends', `${text}\r\n`],
    ['with decomposed letters', `${text}\n`.normalize('NFD')],
  ])('is a conflict that names the first: %s', async (_, again) => {
    const news = await openNewsroom()
    const { article } = await news.article(/\n$/.test(again) ? `${text}\n` : text)
    const before = await news.rows()
    const problem = expectRefused(
      await news.post('/v1/articles', 'annotator', { title: 'Again', text: again }),
      { status: 409 },
    )
    expect(problem).toMatchObject({ articleId: article.id })
    expect(await news.rows()).toEqual(before)
  })
})

describe('HTML', () => {
  const news = sharedNewsroom((room) => room.keyOf('annotator'))

  it.each([
    [
      '<p>One &amp; two.</p><p>“It is ours,” said <b>Ida Orme</b>.</p>',
      'One & two.\n\n“It is ours,” said Ida Orme.',
    ],
    [
      '<html><head><title>No</title><style>p{}</style></head><body><nav>Menu</nav><p>Yes.</p><script>alert(1)</script></body></html>',
      'Yes.',
    ],
    ['Just words', 'Just words'],
    ['<p>Unclosed <i>tags <p>everywhere', 'Unclosed tags\n\neverywhere'],
  ])('gives its readable text: %s', async (html, expected) => {
    const article = made(await news().post<Article>('/v1/articles', 'annotator', { title: 'Page', html }))
    expect(article.text).toBe(expected)
  })

  it('without any text is refused', async () => {
    const before = await news().rows()
    for (const html of ['<p></p>', '<script>var a = 1</script>', '<!-- nothing -->'])
      expectRefused(await news().post('/v1/articles', 'annotator', { title: 'Page', html }), {
        status: 422,
        pointer: '/html',
        code: 'no_readable_text',
      })
    expect(await news().rows()).toEqual(before)
  })
})
