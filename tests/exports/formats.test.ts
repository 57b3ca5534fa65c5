// The catalogue of formats, and what all of them have in common.

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/exports/formats/index.ts'
import { expectRefused, ok, sharedNewsroom } from '../support/newsroom.ts'

const news = sharedNewsroom((room) =>
  room.article(
    '“=SUM(A1) is ours,” said Mara Voss. “We, "they" say,\nare right” said Ida Orme. “Nobody\nhere,” said Owen Tarn.',
    {
      publisher: '@harbour',
    },
  ),
)

describe('the catalogue', () => {
  it('names every format with what it cannot carry', async () => {
    const { data } = ok(
      await news().get<{ data: { name: string; losses: { code: string }[] }[] }>('/v1/exports'),
    )
    expect(data.map(({ name }) => name)).toEqual(formats.map(({ name }) => name))
    for (const { name, losses } of data) {
      const answer = await news().get(`/v1/exports/${name}`)
      expect(answer.status, name).toBe(200)
      expect(answer.headers['averment-losses']).toBe(losses.map(({ code }) => code).join(', '))
    }
  })

  it('says in the README what each cannot carry', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    for (const { name, losses } of formats)
      expect(readme).toContain(`| \`${name}\` | ${losses.map(({ code }) => code).join(', ')} |`)
  })

  it.each(formats.filter((format) => format.filtered).map(({ name }) => name))(
    '%s refuses what is no filter of claims',
    async (name) => {
      const answer = await news().get(`/v1/exports/${name}?limit=3`)
      expectRefused(answer, { status: 400, pointer: '/query/limit', code: 'unknown_field' })
    },
  )

  it.each([...formats.map(({ name }) => name), 'annotations.jsonld?paged=true'])(
    '%s answers HEAD as GET, without writing anything',
    async (name) => {
      const url = `/v1/exports/${name}`
      const [head, get] = [await news().send('HEAD', url), await news().get(url)]
      expect([head.status, head.text]).toEqual([200, ''])
      const own = ['date', 'traceresponse', 'transfer-encoding', 'x-request-id']
      const lasting = ({ headers }: typeof get) =>
        Object.fromEntries(Object.entries(headers).filter(([header]) => !own.includes(header)))
      expect(lasting(head)).toEqual(lasting(get))
      if (!name.includes('?')) expect(head.headers).not.toHaveProperty('content-length')
    },
  )

  it('gives the same bytes for the same corpus', async () => {
    for (const { name } of formats) {
      const [once, again] = [await news().get(`/v1/exports/${name}`), await news().get(`/v1/exports/${name}`)]
      expect(once.text, name).toBe(again.text)
    }
  })
})

describe('claims.csv', () => {
  it('is RFC 4180, and no cell of it runs as a formula', async () => {
    const { text } = await news().get('/v1/exports/claims.csv')
    expect(text.endsWith('\r\n')).toBe(true)
    // To most readers either of the two ends a row.
    const rows = parse(text, { columns: true, record_delimiter: ['\r\n', '\n', '\r'] }) as Record<
      string,
      string
    >[]
    expect(rows.map((row) => row.quote)).toEqual([
      "'=SUM(A1) is ours,",
      'We, "they" say,\nare right',
      'Nobody\nhere,',
    ])
    expect(rows.map((row) => row.publisher)).toEqual(["'@harbour", "'@harbour", "'@harbour"])
    expect(rows.map((row) => row.speakers)).toEqual(['Mara Voss', 'Ida Orme', 'Owen Tarn'])
  })
})
