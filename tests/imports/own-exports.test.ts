// What a service has written comes back: into itself nothing changes; where the machine was first, people go above it.

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
import { imported } from './sending.ts'

const TEXT = [
  '“The letters are ours,” said Mara Voss for Kestrel Mail.',
  '“First half of it.\n\n“Second half of it,” said Ida Orme.',
  '“No, they are not,” said Owen Tarn.',
  'The office told them to wait.',
].join(' ')
const CLOSED = 'may-kites-fly'

/** Before there is a claim, so that there is nothing to place in the background. */
async function kites(room: Newsroom) {
  made(
    await room.post('/v1/questions', 'curator', {
      slug: CLOSED,
      text: 'May kites fly?',
      positions: [
        { slug: 'they-may', definition: 'They may.' },
        { slug: 'not', definition: 'Not.' },
      ],
    }),
  )
}

const news = sharedNewsroom(async (room) => {
  await kites(room)
  const { article, claims } = await room.article(TEXT, { title: 'Letters' })
  const [ours, second, denied] = claims
  const tag = async (claim: Claim | undefined, question: string, position: string) =>
    made(await room.post(`/v1/claims/${claim?.id}/tags`, 'annotator', { question, position }))
  await tag(ours, QUESTION, RECORDS)
  await tag(ours, QUESTION, PERSONAL)
  await tag(ours, CLOSED, 'they-may')
  ok(await room.patch(`/v1/questions/${CLOSED}`, 'curator', { status: 'closed' }))
  made(
    await room.post(`/v1/claims/${second?.id}/rulings`, 'curator', { question: QUESTION, position: RECORDS }),
  )
  await tag(denied, QUESTION, RECORDS)
  ok(await room.patch(`/v1/claims/${ours?.id}`, 'annotator', { status: 'confirmed' }))
  ok(await room.patch(`/v1/claims/${denied?.id}`, 'annotator', { status: 'rejected' }))
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
  const pieces = { content: [at('First half of it.'), at('“Second half of it,”')], speakers: ['Ida Orme'] }
  made(await room.post(`/v1/articles/${article.id}/claims`, 'annotator', pieces))
  return { article }
})

const bytesOf = async (room: Newsroom, name: string) =>
  (await room.app.inject({ url: `/v1/exports/${name}` })).rawPayload
const claimsOf = async (room: Newsroom) =>
  ok(await room.get<{ data: Claim[] }>('/v1/claims?limit=200', 'admin')).data.sort(
    (a, b) => a.ordinal - b.ordinal,
  )

describe.each(['claims.ndjson', 'annotations.jsonld', 'brat.zip', 'label-studio.json'])('%s', (name) => {
  it('into the service that wrote it changes nothing, and says so of every row', async () => {
    const file = await bytesOf(news(), name)
    const before = await news().rows()
    const dry = await imported(news(), name, file, { query: '?dryRun=true' })
    const { counts } = await imported(news(), name, file)
    expect(Object.keys(counts)).toEqual(['unchanged'])
    expect(dry.counts).toEqual(counts)
    expect(await news().rows()).toEqual(before)
  })
})

describe.each(['brat.zip', 'label-studio.json'])('%s', (name) => {
  it('has people go above what the machine proposes there, once', async () => {
    const file = await bytesOf(news(), name)
    const target = await openNewsroom()
    await kites(target)
    const dry = await imported(target, name, file, { query: '?dryRun=true' })
    const { counts, rows } = await imported(target, name, file)
    expect(rows.filter((row) => row.status === 'invalid')).toEqual([])
    expect(dry.counts).toEqual(counts)
    const claims = await claimsOf(target)
    const [ours] = claims
    expect(ours?.status).toBe('confirmed')
    expect(ours?.positions.map((one) => [one.position, one.basis])).toEqual([
      [PERSONAL, 'people'],
      ['they-may', 'people'],
    ])
    const denied = claims.find((claim) => claim.quote.startsWith('No'))
    expect(denied?.status).toBe(name === 'brat.zip' ? 'rejected' : 'proposed')
    const before = await target.rows()
    expect((await imported(target, name, file)).counts).not.toHaveProperty('created')
    expect(await target.rows()).toEqual(before)
  })
})

describe('annotations.jsonld', () => {
  const annotation = (articleId: string, motivation: string, position: string) => ({
    type: 'Annotation',
    motivation,
    creator: { type: 'Person', name: 'Fay Lund' },
    target: { source: articleId, selector: { type: 'TextQuoteSelector', exact: 'told them to wait' } },
    body: { purpose: 'classifying', value: `${QUESTION}/${position}` },
  })

  it('says nothing again that was withdrawn, changed or reopened since', async () => {
    const room = await openNewsroom()
    const { article } = await room.article('The office told them to wait.')
    const file = JSON.stringify([
      annotation(article.id, 'classifying', RECORDS),
      annotation(article.id, 'classifying', PERSONAL),
      annotation(article.id, 'moderating', RECORDS),
    ])
    expect((await imported(room, 'annotations.jsonld', file)).counts).toEqual({ created: 3 })
    const [claim] = await claimsOf(room)
    expect(claim?.status).toBe('confirmed')
    const { data } = ok(
      await room.get<{ data: { id: string }[] }>(`/v1/claims/${claim?.id}/rulings`, 'admin'),
    )
    ok(await room.post(`/v1/rulings/${data[0]?.id}/reopen`, 'curator', { rationale: 'Too soon.' }))
    const before = await room.rows()
    expect((await imported(room, 'annotations.jsonld', file)).counts).toEqual({ kept: 2, unchanged: 1 })
    expect(await room.rows()).toEqual(before)
  })
})
