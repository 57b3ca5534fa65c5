// Out to the tools people annotate with and back: the same claims but for what is lost, and nothing twice.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import {
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'
import { stubEngine } from '../support/stub-engine.ts'
import { imported, sent } from './sending.ts'

const TEXT =
  '“😀 The letters are\npersonal documents,” said Mara Voss for Kestrel Mail. The office told them to wait. “No, they are ours,” said Ida Orme.'

const source = sharedNewsroom(async (room) => {
  const { article, claims } = await room.article(TEXT, { title: 'Letters' })
  for (const { id } of claims) ok(await room.patch(`/v1/claims/${id}`, 'annotator', { status: 'confirmed' }))
  made(
    await room.post(`/v1/claims/${claims[0]?.id}/tags`, 'annotator', {
      question: QUESTION,
      position: PERSONAL,
    }),
  )
  const points = [...TEXT].join('')
  const start = [...points.slice(0, points.indexOf('told'))].length
  const pieces = {
    content: [
      { start, end: start + 4 },
      { start: start + 10, end: start + 17 },
    ],
    speakers: ['The office'],
  }
  const added = made<Claim>(await room.post(`/v1/articles/${article.id}/claims`, 'annotator', pieces))
  made(await room.post(`/v1/claims/${added.id}/tags`, 'annotator', { question: QUESTION, position: RECORDS }))
})

const bytesOf = async (news: Newsroom, name: string) => {
  const answer = await news.app.inject({ url: `/v1/exports/${name}` })
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

/** What of claims survives both tools. */
async function essence(news: Newsroom) {
  const { data } = ok(await news.get<{ data: Claim[] }>('/v1/claims?status=confirmed&limit=200', 'admin'))
  return data
    .map(({ quote, content, cue, source, type, polarity, speakers, positions }) => ({
      quote,
      content,
      cue,
      source,
      type,
      polarity,
      speakers: speakers.map((speaker) => speaker.name),
      position: positions.filter((one) => one.basis === 'people').map((one) => one.position),
    }))
    .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

/** Finds nothing by itself, so that what is there afterwards came in. */
const silent = () => ({ ...stubEngine(), extract: () => ({ claims: [], speakers: [] }) })

describe.each(['brat.zip', 'label-studio.json'])('%s', (name) => {
  it('comes back as it went, but for what is lost; and once more changes nothing', async () => {
    const file = await bytesOf(source(), name)
    const target = await openNewsroom({ engine: silent() })
    const dry = await imported(target, name, file, { as: 'curator', query: '?dryRun=true' })
    expect(await essence(target)).toEqual([])
    const { counts, rows } = await imported(target, name, file, { as: 'curator' })
    expect(rows.filter((row) => row.status === 'invalid')).toEqual([])
    expect(counts).toEqual({ created: 4 })
    expect(dry.counts).toEqual(counts)
    expect(await essence(target)).toEqual(await essence(source()))

    const before = await target.rows()
    expect((await imported(target, name, file, { as: 'curator' })).counts).toEqual({ unchanged: 4 })
    expect(await target.rows()).toEqual(before)
  })
})

describe('brat.zip', () => {
  const files = async () =>
    Object.entries(unzipSync(await bytesOf(source(), 'brat.zip'))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    )

  it('is what brat reads: words where their offsets say, on one line each', async () => {
    const all = await files()
    const [, text = ''] = all.find(([name]) => name.endsWith('.txt')) ?? []
    const [, ann = ''] = all.find(([name]) => name.endsWith('.ann')) ?? []
    expect(text).toBe(TEXT)
    const entities = [...ann.matchAll(/^T\d+\t\w+ ([\d ;]+)\t(.*)$/gm)]
    expect(entities).toHaveLength(7)
    for (const [, offsets = '', words] of entities) {
      const pieces = offsets
        .split(';')
        .map((pair) => [...text].slice(...pair.split(' ').map(Number)).join(''))
      expect(pieces.join(' ')).toBe(words)
    }
    expect(ann).toContain('A4\tPosition_business-records-vs-personal-documents T1 personal-documents')
    expect(ann).toContain('Stands A4\tpersonal-documents')
    expect(all[0]?.[1]).toContain('Type\tArg:Content, Value:direct|indirect|mixed')
  })

  const target = sharedNewsroom(async () => null)
  const zipped = (files: Record<string, string | Uint8Array>) =>
    Buffer.from(
      zipSync(
        Object.fromEntries(
          Object.entries(files).map(([n, c]) => [n, typeof c === 'string' ? strToU8(c) : c]),
        ),
      ),
    )
  const good = { 'a.txt': 'They said it is ours.', 'a.ann': 'T1\tContent 10 20\tit is ours\n' }
  const flipped = (zip: Buffer) => {
    const at = zip.indexOf('a.txt') + 8
    zip[at] = (zip[at] ?? 0) ^ 0xff
    return zip
  }

  it.each<[string, () => Buffer, string]>([
    ['is none', () => Buffer.from('no zip'), 'broken_zip'],
    ['was cut', () => zipped(good).subarray(0, 60), 'broken_zip'],
    ['was changed on the way', () => flipped(zipped(good)), 'broken_zip'],
    ['grows without end', () => zipped({ 'a.txt': new Uint8Array(50_000_000) }), 'zip_bomb'],
    [
      'has a text in UTF-16',
      () => zipped({ 'a.txt': Buffer.from('\uFEFFIt is ours.', 'utf16le') }),
      'invalid_utf8',
    ],
    [
      'has a text in Windows-1252',
      () => zipped({ 'a.txt': Buffer.from('\x93Ours\x94', 'latin1') }),
      'invalid_utf8',
    ],
    ['has annotations without a text', () => zipped({ 'b.ann': good['a.ann'] }), 'points_at_nothing'],
  ])('that %s is refused, and nothing is stored', async (_name, make, code) => {
    const before = await target().rows()
    const { rows, counts } = await imported(target(), 'brat.zip', make())
    expect(counts).toEqual({ invalid: 1 })
    expect(rows[0]?.problem?.errors[0]).toMatchObject({ code })
    expect(await target().rows()).toEqual(before)
  })

  it('has each line that points at nothing told so, and the others taken', async () => {
    const ann = [
      'T1\tContent 10 20\tit is ours',
      'T2\tContent 900 910\tbeyond it',
      'R1\tReports Arg1:T9 Arg2:T1',
      'T3 Content 1 2 no tabs',
      'A1\tPosition_business-records-vs-personal-documents T1 business-records',
      'E1\tSaying:T1',
      '#1\tAnnotatorNotes A1\tquite sure',
      '#2\tAnnotatorNotes E1\tas she said',
    ].join('\n')
    const { rows } = await imported(target(), 'brat.zip', zipped({ ...good, 'a.ann': ann }))
    expect(rows.map(({ row, status, problem }) => [row, status, problem?.errors[0]?.code])).toEqual([
      [1, 'created', undefined],
      [4, 'invalid', 'invalid_standoff'],
      [3, 'invalid', 'points_at_nothing'],
      [1, 'created', undefined],
      [2, 'invalid', 'quote_absent'],
    ])
  })

  it('lets others be served between its files, however little is in them', async () => {
    const blank = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, ' '.repeat(100_000)]))
    let turns = 0
    let next = setImmediate(function turn() {
      turns++
      next = setImmediate(turn)
    })
    const { counts } = await imported(target(), 'brat.zip', zipped(blank), { query: '?dryRun=true' })
    clearImmediate(next)
    expect(counts).toEqual({ invalid: 30 })
    expect(turns).toBeGreaterThanOrEqual(30)
  })

  it('is for curators', async () => {
    expect((await sent(target(), 'brat.zip', zipped(good), { as: 'annotator' })).status).toBe(403)
  })
})

describe('label-studio.json', () => {
  it('that is no list of tasks, or was cut, says so', async () => {
    const news = await openNewsroom()
    const region = {
      id: 'r',
      type: 'labels',
      value: { start: 900, end: 910, text: 'nothing', labels: ['Content'] },
    }
    const task = { data: { text: 'They said it is ours.' }, annotations: [{ result: [region] }] }
    const file = JSON.stringify([{ data: {} }, task, task])
    const { rows } = await imported(news, 'label-studio.json', file.slice(0, -20))
    expect(
      rows.map(({ row, record, status, problem }) => [row, record, status, problem?.errors[0]?.code]),
    ).toEqual([
      [1, 'article', 'invalid', 'invalid_type'],
      [2, 'article', 'created', undefined],
      [2, 'claim', 'invalid', 'quote_absent'],
      [3, 'article', 'invalid', 'cut'],
    ])
  })
})
