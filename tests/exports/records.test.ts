// A complete export: every record before what refers to it, under filters only what belongs to the claims asked for.

import { describe, expect, it } from 'vitest'
import { made, ok, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'

interface Line {
  readonly record: string
  readonly id?: string
  readonly [field: string]: unknown
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

const news = sharedNewsroom(async (room) => {
  const first = await room.article(
    '“The letters are personal documents,” said Mara Voss for Kestrel Mail. “They are ours 😀” said Records Office (government, also RO).',
    { publisher: 'The Fernhill Courier', publishedAt: '2024-03-05T08:00:00Z' },
  )
  const second = await room.article('“A ledger is a ledger,” said Ida Orme.', { publisher: 'Harbour Post' })
  const silent = await room.article('Nobody said a word.', { publisher: 'Harbour Post' })
  const [claim] = first.claims
  for (const position of ['business-records', PERSONAL])
    made(await room.post(`/v1/claims/${claim?.id}/tags`, 'annotator', { question: QUESTION, position }))
  made(
    await room.post(`/v1/claims/${claim?.id}/rulings`, 'curator', { question: QUESTION, position: PERSONAL }),
  )
  return { first, second, silent }
})

const exported = async (query = '') => {
  const answer = await news().get(`/v1/exports/claims.ndjson${query}`)
  ok(answer)
  return { ...answer, lines: linesOf(answer.text) }
}
const only = (lines: readonly Line[], record: string) => lines.filter((line) => line.record === record)

describe('claims.ndjson', () => {
  it('has everything, and says at its end how much that is', async () => {
    const { lines, headers } = await exported()
    expect(headers['content-type']).toBe('application/x-ndjson')
    expect(headers['content-disposition']).toBe('attachment; filename="claims.ndjson"')
    expect(lines[0]).toEqual({ record: 'corpus', format: 'averment', version: 1 })
    expect(lines.at(-1)).toMatchObject({ record: 'end', articles: 3, claims: 3, tags: 5, rulings: 1 })
    expect(only(lines, 'tag').filter((tag) => tag.current === false)).toHaveLength(1)
    expect(only(lines, 'annotator').map((one) => one.name)).toEqual(['the annotator', 'the curator'])
  })

  it('gives claims as the API does', async () => {
    const { lines } = await exported()
    for (const { record: _, ...claim } of only(lines, 'claim'))
      expect(ok(await news().get(`/v1/claims/${claim.id}`))).toEqual(claim)
  })

  it('never refers ahead', async () => {
    const { lines } = await exported()
    const known = new Set(['ann_engine', 'ann_system'])
    for (const { record, ...fields } of lines) {
      if (fields.id !== undefined) known.add(fields.id)
      const refersTo = Object.entries(fields).filter(([name]) =>
        /^(articleId|claimId|annotatorId|speakerId|organizationId)$/.test(name),
      )
      for (const [name, id] of refersTo) expect(known, `${record} ${name}`).toContain(id)
    }
  })

  it.each<[string, { articles: number; claims: number; tags: number; speakers: number }]>([
    ['?publisher=Harbour+Post', { articles: 1, claims: 1, tags: 1, speakers: 1 }],
    ['?speaker=Mara+Voss', { articles: 1, claims: 1, tags: 3, speakers: 2 }],
    ['?q=ledger', { articles: 1, claims: 1, tags: 1, speakers: 1 }],
    [
      `?question=${QUESTION}&position=${PERSONAL}&basis=ruling`,
      { articles: 1, claims: 1, tags: 3, speakers: 2 },
    ],
    ['?publishedFrom=2024-03-05&publishedTo=2024-03-05', { articles: 1, claims: 2, tags: 4, speakers: 3 }],
    ['?speaker=Nobody+Known', { articles: 0, claims: 0, tags: 0, speakers: 0 }],
    ['?type=indirect', { articles: 0, claims: 0, tags: 0, speakers: 0 }],
  ])('is narrowed by %s', async (query, { speakers, ...counts }) => {
    const { lines } = await exported(query)
    expect(lines.at(-1)).toMatchObject(counts)
    expect(only(lines, 'speaker')).toHaveLength(speakers)
  })

  it('holds no secret', async () => {
    expect((await exported()).text).not.toMatch(/avk_|hash/)
  })
})
