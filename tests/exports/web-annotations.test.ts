// What the Web Annotation Data Model says MUST be (W3C Recommendation, sections 3, 4 and 5), on a real export.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { made, ok, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'

const context = z.union([
  z.literal('http://www.w3.org/ns/anno.jsonld'),
  z.array(z.unknown()).refine((all) => all.includes('http://www.w3.org/ns/anno.jsonld')),
])
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/)
const time = z.iso.datetime({ offset: true })
const motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
])
/** 3.2.1: a resource outside has an id, and neither value nor source. */
const outside = z.looseObject({ id: iri, value: z.undefined().optional(), source: z.undefined().optional() })
/** 4: exactly one source. */
const source = z.union([iri, outside])
const quote = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const position = z
  .looseObject({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end)
const target = z.looseObject({ source, selector: z.array(z.union([quote, position])).min(1) })
const body = z.union([
  z.looseObject({
    type: z.literal('TextualBody'),
    value: z.string(),
    purpose: motivation,
    source: z.undefined().optional(),
  }),
  z.looseObject({
    type: z.literal('SpecificResource'),
    source,
    purpose: motivation,
    value: z.undefined().optional(),
  }),
])
const annotation = z.looseObject({
  '@context': context,
  id: iri,
  type: z.literal('Annotation'),
  motivation,
  target: z.array(target).min(1),
  body: z.array(body),
  bodyValue: z.undefined().optional(),
  created: time,
  modified: time.optional(),
  creator: z.looseObject({ id: iri, type: z.enum(['Person', 'Organization', 'Software']), name: z.string() }),
})
const page = z.looseObject({
  '@context': context,
  id: iri,
  type: z.literal('AnnotationPage'),
  partOf: iri,
  startIndex: z.int().min(0),
  items: z.array(annotation),
})
const collection = z.looseObject({
  '@context': context,
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int().min(0),
  first: page,
  last: iri,
})

const TEXT =
  '“😀 The letters are personal documents,” said Mara Voss for Kestrel Mail. “They are ours,” said Records Office (government).'

const news = sharedNewsroom(async (room) => {
  const { article, claims } = await room.article(TEXT, { url: 'https://fernhill.example/letters' })
  const [claim] = claims
  const tag = { question: QUESTION, position: PERSONAL, rationale: 'She says so.' }
  made(await room.post(`/v1/claims/${claim?.id}/tags`, 'annotator', tag))
  made(
    await room.post(`/v1/claims/${claim?.id}/rulings`, 'curator', {
      question: QUESTION,
      position: PERSONAL,
      rationale: 'Plainly.',
    }),
  )
  return { article }
})

async function exported(query = '') {
  const answer = await news().get(`/v1/exports/annotations.jsonld${query}`)
  ok(answer)
  expect(answer.headers['content-type']).toBe(
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  )
  return collection.parse(JSON.parse(answer.text))
}

describe('annotations.jsonld', () => {
  it('is a collection, with a page, of annotations', async () => {
    const { total, last, first } = await exported()
    expect(first.items).toHaveLength(total)
    expect(last).toBe(first.id)
    expect(first.items.map((item) => item.motivation)).toEqual([
      'identifying',
      'classifying',
      'classifying',
      'moderating',
      'identifying',
      'classifying',
    ])
  })

  it('is one without annotations where nothing is asked for', async () => {
    expect(await exported('?publisher=Nobody')).toMatchObject({ total: 0, first: { items: [] } })
  })

  it('selects the words by quote and by code points', async () => {
    const points = [...TEXT]
    for (const { target: targets } of (await exported()).first.items)
      for (const { selector } of targets) {
        const [byQuote, byPosition] = selector as [z.infer<typeof quote>, z.infer<typeof position>]
        const { start, end } = byPosition
        expect(points.slice(start, end).join('')).toBe(byQuote.exact)
        const { prefix = '', suffix = '' } = byQuote
        expect(TEXT).toContain(prefix + byQuote.exact + suffix)
      }
  })

  it('has who made it as creator, and never who says it', async () => {
    const { items } = (await exported()).first
    const creators = items.map((item) => item.creator.name)
    expect(creators).toEqual(['engine', 'engine', 'the annotator', 'the curator', 'engine', 'engine'])
    const said = items.flatMap((item) => item.body.filter((one) => one.purpose === 'identifying'))
    expect(said.map((one) => (one.source as unknown as { name: string }).name)).toEqual([
      'Mara Voss',
      'Records Office',
    ])
  })
})
