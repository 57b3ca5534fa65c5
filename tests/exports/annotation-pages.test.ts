// The annotations page by page, followed from address to address as any reader of Web Annotations does (model, section 5).

import { expect, it } from 'vitest'
import { z } from 'zod'
import { made, ok, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const iri = z.url({ protocol: /^https?$/ })
const annotation = z.looseObject({
  '@context': z.literal(CONTEXT),
  id: z.string(),
  type: z.literal('Annotation'),
})
const Page = z.strictObject({
  '@context': z.literal(CONTEXT),
  id: iri,
  type: z.literal('AnnotationPage'),
  partOf: iri,
  startIndex: z.int().min(0),
  prev: iri.optional(),
  next: iri.optional(),
  items: z.array(annotation),
})
const Collection = z.strictObject({
  '@context': z.literal(CONTEXT),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string().min(1),
  total: z.int().min(0),
  first: iri.optional(),
  last: iri.optional(),
})

const ARTICLES = 103

const news = sharedNewsroom(async (room) => {
  const lines = Array.from({ length: ARTICLES }, (_, i) => {
    // Some articles say nothing, and stand on no page.
    const text = i % 10 === 0 ? `Day ${i} was quiet.` : `“Letter ${i} is ours,” said Mara Voss.`
    return JSON.stringify({
      title: `Day ${i}`,
      text,
      publisher: i < 5 ? 'The Quay Gazette' : 'The Fernhill Courier',
    })
  })
  const headers = { 'content-type': 'application/x-ndjson' }
  ok(await room.post('/v1/articles/batch', 'annotator', lines.join('\n'), headers))
  const { data } = (await room.get<{ data: { id: string }[] }>('/v1/claims?limit=3')).body
  for (const { id } of data)
    made(await room.post(`/v1/claims/${id}/tags`, 'annotator', { question: QUESTION, position: PERSONAL }))
})

async function read(address: string): Promise<unknown> {
  const { pathname, search } = new URL(address, 'http://localhost')
  const answer = await news().get(pathname + search)
  ok(answer)
  expect(answer.headers['content-type']).toContain('application/ld+json')
  return JSON.parse(answer.text)
}

const EXPORT = '/v1/exports/annotations.jsonld'

async function followed(
  query = '',
): Promise<{ collection: z.infer<typeof Collection>; pages: z.infer<typeof Page>[] }> {
  const collection = Collection.parse(await read(`${EXPORT}?paged=true${query}`))
  const pages: z.infer<typeof Page>[] = []
  for (let at = collection.first; at !== undefined; at = pages.at(-1)?.next) {
    const page = Page.parse(await read(at))
    expect([page.id, page.partOf]).toEqual([at, collection.id])
    expect(page.prev).toBe(pages.at(-1)?.id)
    expect(page.startIndex).toBe(pages.reduce((sum, { items }) => sum + items.length, 0))
    pages.push(page)
  }
  expect(pages.at(-1)?.id).toBe(collection.last)
  return { collection, pages }
}

it.each(['', '&publisher=The+Fernhill+Courier', '&basis=people'])(
  'leads through every annotation of the whole once, in its order: %s',
  async (query) => {
    const { collection, pages } = await followed(query)
    const whole = (await read(`${EXPORT}?${query.slice(1)}`)) as {
      total: number
      first: { items: unknown[] }
    }
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.first.items)
    expect([collection.total, whole.total]).toEqual([whole.first.items.length, whole.first.items.length])
    expect(pages.length).toBe(query === '&basis=people' ? 1 : 2)
  },
)

it('has no first page where there is nothing, and none beyond the last', async () => {
  expect((await followed('&publisher=Nobody')).collection).toMatchObject({ total: 0 })
  const beyond = await news().get(`${EXPORT}?page=3`)
  expect([beyond.status, beyond.body]).toMatchObject([404, { detail: 'There is no page 3.' }])
  expect((await news().get(`${EXPORT}?page=0`)).status).toBe(400)
  expect((await news().get('/v1/exports/claims.csv?page=1')).status).toBe(400)
})
