// Files that are not what was exported: each fault named at its row, no article half stored, and the whole file works afterwards.

import { describe, expect, it } from 'vitest'
import { expectRefused, type Newsroom, openNewsroom, sharedNewsroom } from '../support/newsroom.ts'
import { type ImportLine, imported, sent } from './sending.ts'

const source = sharedNewsroom(async (room) => {
  for (const word of ['letters', 'ledgers', 'emails'])
    await room.article(`“The ${word} are theirs,” said Mara Voss. “No,” said Ida Orme.`)
  return (await room.get('/v1/exports/claims.ndjson')).text
})
const file = () => source().given
const lines = () => file().trimEnd().split('\n')

type Json = Record<string, unknown>
/** The file with the first record of that kind changed. */
function with1(kind: string, change: (record: Json) => void): string {
  let done = false
  const changed = lines().map((line) => {
    const record = JSON.parse(line) as Json
    if (done || record.record !== kind) return line
    done = true
    change(record)
    return JSON.stringify(record)
  })
  return `${changed.join('\n')}\n`
}

const faultOf = (row: ImportLine | undefined) => row?.problem?.errors[0]
const articlesIn = async (news: Newsroom) =>
  (await news.get<{ data: { title: string; claimCount: number }[] }>('/v1/articles')).body.data

const target = sharedNewsroom(async () => null)

describe('a broken file of records', () => {
  it.each<[string, { kind: string; change: (record: Json) => void; pointer: string; code: string }]>([
    [
      'a text that was changed',
      {
        kind: 'article',
        change: (r) => {
          r.text = `${r.text}!`
        },
        pointer: '/sha256',
        code: 'hash_mismatch',
      },
    ],
    [
      'a speaker of another service',
      {
        kind: 'claim',
        change: (r) => {
          r.speakers = [{ id: 'spk_0nowhere', name: 'X', kind: 'person' }]
        },
        pointer: '/speakers/0/id',
        code: 'unknown_speaker',
      },
    ],
    [
      'words that are not there',
      {
        kind: 'claim',
        change: (r) => {
          r.content = [{ start: 1, end: 4, exact: 'Yes' }]
        },
        pointer: '/content/0/0',
        code: 'exact_mismatch',
      },
    ],
    [
      'a span beyond the text',
      {
        kind: 'claim',
        change: (r) => {
          r.content = [{ start: 1, end: 4000, exact: 'Yes' }]
        },
        pointer: '/content/0/0',
        code: 'span_outside_text',
      },
    ],
    [
      'a tag on nothing',
      {
        kind: 'tag',
        change: (r) => {
          r.claimId = 'clm_0nowhere'
        },
        pointer: '/claimId',
        code: 'unknown_claim',
      },
    ],
    [
      'a position that is none',
      {
        kind: 'tag',
        change: (r) => {
          r.position = 'sideways'
        },
        pointer: '/position',
        code: 'unknown_position',
      },
    ],
    [
      'a version to come',
      {
        kind: 'tag',
        change: (r) => {
          r.questionVersion = 9
        },
        pointer: '/questionVersion',
        code: 'unknown_version',
      },
    ],
    [
      'an unknown annotator',
      {
        kind: 'tag',
        change: (r) => {
          r.annotatorId = 'ann_0nowhere'
        },
        pointer: '/annotatorId',
        code: 'unknown_annotator',
      },
    ],
    [
      'a field too many',
      {
        kind: 'claim',
        change: (r) => {
          r.colour = 'red'
        },
        pointer: '/colour',
        code: 'unknown_field',
      },
    ],
    [
      'a record of no kind',
      {
        kind: 'claim',
        change: (r) => {
          r.record = 'remark'
        },
        pointer: '/record',
        code: 'unknown_record',
      },
    ],
  ])(
    'with %s: the article is left out, the others are taken',
    async (_name, { kind, change, pointer, code }) => {
      const { rows, counts } = await imported(target(), 'claims.ndjson', with1(kind, change), {
        query: '?dryRun=true',
      })
      expect(faultOf(rows.find((row) => row.status === 'invalid'))).toMatchObject({ pointer, code })
      expect(counts.skipped).toBeGreaterThan(2)
      expect(rows.filter((row) => row.record === 'article' && row.status === 'created')).toHaveLength(2)
      expect(await articlesIn(target())).toEqual([])
    },
  )

  it.each<[string, () => string | Buffer, string]>([
    ['UTF-16', () => Buffer.from(file(), 'utf16le'), 'invalid_utf8'],
    ['another file', () => '{"title":"A list","text":"Of things."}\n', 'unknown_record'],
    ['no JSON', () => 'id,quote\n1,Yes\n', 'invalid_json'],
    ['a newer version', () => file().replace('"version":1', '"version":2'), 'newer_format'],
    ['nothing', () => '', 'cut'],
    ['no beginning', () => lines().slice(1).join('\n'), 'not_an_export'],
  ])('that is %s is refused at its first line, and nothing is stored', async (_name, body, code) => {
    const { rows, counts } = await imported(target(), 'claims.ndjson', body())
    expect(counts).toEqual({ invalid: 1 })
    expect(faultOf(rows[0])?.code).toBe(code)
    expect(await articlesIn(target())).toEqual([])
  })

  it('that was cut stores what came whole, and can be sent again', async () => {
    const news = await openNewsroom()
    const text = file()
    const { rows, counts } = await imported(news, 'claims.ndjson', text.slice(0, text.lastIndexOf('"claim"')))
    expect(counts.invalid).toBe(1)
    expect(await articlesIn(news)).toHaveLength(2)
    expect(rows.at(-1)?.status).toBe('invalid')
    expect((await imported(news, 'claims.ndjson', text)).counts.invalid).toBeUndefined()
    expect((await news.get('/v1/exports/claims.ndjson')).text).toBe(text)
  })

  it('from which a claim is missing says so at its end', async () => {
    const without = lines().filter(
      (_line, i, all) => i !== all.findLastIndex((one) => one.includes('"record":"tag"')),
    )
    const { rows } = await imported(target(), 'claims.ndjson', without.join('\n'), { query: '?dryRun=true' })
    expect(faultOf(rows.at(-1))).toMatchObject({ code: 'lines_missing' })
  })
})

describe('an import of records', () => {
  it.each([
    ['nobody', 401],
    ['curator', 403],
  ] as const)('is not for %s', async (as, status) => {
    expectRefused(await sent(target(), 'claims.ndjson', file(), { as }), { status })
  })

  it('is of one media type, and takes no other parameter', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await target().send('POST', '/v1/imports/claims.ndjson', 'admin', { body: '{}', headers })
    expectRefused(answer, { status: 415 })
    const odd = await sent(target(), 'claims.ndjson', file(), { query: '?dry=true' })
    expectRefused(odd, { status: 400, pointer: '/query/dry', code: 'unknown_field' })
  })

  it.each<[string, string, (record: Json) => void]>([
    ['article', 'its title', (r) => Object.assign(r, { title: 'Another' })],
    ['claim', 'whether it stands', (r) => Object.assign(r, { status: 'rejected' })],
    ['claim', 'who says it', (r) => Object.assign(r, { speakers: [] })],
    ['tag', 'the position', (r) => Object.assign(r, { position: 'ambivalent' })],
    ['speaker', 'its aliases', (r) => Object.assign(r, { aliases: ['Somebody else'] })],
  ])('keeps a %s that is here and differs by %s, and says so', async (kind, _what, change) => {
    const before = await source().rows()
    const { rows, counts } = await imported(source(), 'claims.ndjson', with1(kind, change))
    expect(rows.filter((row) => row.status === 'kept').map((row) => row.record)).toEqual([kind])
    expect(counts).toMatchObject({ kept: 1, unchanged: rows.length - 1 })
    expect(await source().rows()).toEqual(before)
  })

  it('leaves alone what is here: the same text, a decision, a deletion', async () => {
    const news = await openNewsroom()
    await news.article('“The letters are theirs,” said Mara Voss. “No,” said Ida Orme.')
    const first = await imported(news, 'claims.ndjson', file())
    expect(first.rows.find((row) => row.record === 'article')).toMatchObject({ status: 'kept' })
    expect(first.rows.find((row) => row.record === 'claim')).toMatchObject({ status: 'skipped' })
    const { id } = first.rows.findLast((row) => row.record === 'article') ?? {}
    await news.remove(`/v1/articles/${id}`, 'curator')
    const again = await imported(news, 'claims.ndjson', file())
    expect(again.rows.find((row) => row.id === id)).toMatchObject({
      status: 'invalid',
      problem: { status: 410 },
    })
  })
})
