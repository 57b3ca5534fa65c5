// A W3C Web Annotation as a mark: which article, which words, who is said to say it, and on which side of what.

import { z } from 'zod'
import type { SpeakerKind } from '../engine/types.ts'
import { Invalid } from '../errors.ts'
import { refused } from '../http/formats.ts'
import type { Creator } from './creators.ts'
import type { Mark } from './marks.ts'
import type { Place } from './placements.ts'
import { saidOf } from './said.ts'

const text = z.string().max(1_000_000)
const one = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item).max(1000), item.transform((only) => [only])])
const agent = z.union([
  z.looseObject({
    id: text.optional(),
    type: z.union([text, z.array(text)]).optional(),
    name: z.union([text, z.array(text)]).optional(),
  }),
  text.transform((id) => ({ id, type: undefined, name: undefined })),
])
const source = z.union([
  text.transform((id) => ({ id, name: undefined, type: undefined, via: undefined, canonical: undefined })),
  z.looseObject({
    id: text.optional(),
    name: text.optional(),
    type: text.optional(),
    via: text.optional(),
    canonical: text.optional(),
  }),
])
const selector = z.looseObject({
  type: text.optional(),
  exact: text.optional(),
  prefix: text.optional(),
  suffix: text.optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
})
const target = z.union([
  text.transform((id) => ({ source: { id }, selector: [] })),
  z.looseObject({ id: text.optional(), source: source.optional(), selector: one(selector).default([]) }),
])
const body = z.union([
  text.transform((id) => ({ source: { id }, purpose: undefined, value: undefined })),
  z.looseObject({ source: source.optional(), purpose: text.optional(), value: text.optional() }),
])

export const WebAnnotation = z.looseObject({
  type: z.union([
    z.literal('Annotation'),
    z
      .array(text)
      .refine((types) => types.includes('Annotation'), refused('not_an_annotation', 'Is no Annotation.')),
  ]),
  motivation: one(text).default([]),
  creator: z.union([agent.transform((only) => [only]), z.array(agent)]).default([]),
  target: one(target),
  body: one(body).default([]),
  bodyValue: text.optional(),
})
export type WebAnnotation = z.infer<typeof WebAnnotation>

type Named = {
  readonly type?: string | string[] | undefined
  readonly name?: string | string[] | undefined
  readonly id?: string | undefined
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
const idIn = (iri: string | undefined, prefix: string) =>
  new RegExp(`(?:^|[:/])(${prefix}_[0-9a-z]{1,60})$`).exec(iri ?? '')?.[1]

export function creatorOf({ creator: [maker] }: WebAnnotation): Creator | null {
  const name = first((maker as Named | undefined)?.name)
  if (maker === undefined || name === undefined) return null
  return { id: idIn(maker.id, 'ann'), name, kind: first(maker.type) === 'Software' ? 'software' : 'person' }
}

/** By what the article may be known: its id, then addresses and names of it. */
export function articleOf({ target }: WebAnnotation): {
  readonly id: string | undefined
  readonly names: readonly string[]
} {
  const sources = target.map(
    (one) => ('source' in one ? one.source : undefined) ?? { id: (one as { id?: string }).id },
  )
  const ids = new Set(sources.map((one) => one?.id))
  if (ids.size !== 1) throw pointless('/target', 'One annotation is about one article.')
  const [only] = sources as [{ id?: string; via?: string; canonical?: string }]
  const names = [only.id, only.via, only.canonical].filter((name) => name !== undefined)
  return { id: idIn(only.id, 'art'), names }
}

const KINDS: Readonly<Record<string, SpeakerKind>> = { Person: 'person', Organization: 'organization' }
const speakersOf = (annotation: WebAnnotation): Mark['speakers'] =>
  annotation.body.flatMap((body) => {
    if (body.purpose !== 'identifying') return []
    const named = body.source as Named | undefined
    const name = (first(named?.name) ?? body.value)?.trim()
    if (name === undefined || name === '') return []
    const id = idIn(named?.id, 'spk')
    const kind = KINDS[first(named?.type) ?? ''] ?? 'unknown'
    return [{ ...(id === undefined ? {} : { id }), name: name.slice(0, 300), kind }]
  })

/** `urn:…:question:<slug>:<position>`, or the same two as text, with a colon or a slash between. */
const PLACE = /^(?:.*question:)?([a-z0-9-]{1,100})[:/]([a-z0-9-]{1,100})$/

function placesOf(annotation: WebAnnotation): Place[] {
  const rationale = annotation.body.find((body) => body.purpose === 'commenting')?.value?.slice(0, 2000)
  return annotation.body.flatMap((body) => {
    if (body.purpose !== 'classifying') return []
    const named = PLACE.exec((body.source as Named | undefined)?.id ?? body.value ?? '')
    if (!named)
      throw pointless('/body', 'Name the question and the position: urn:averment:question:<slug>:<position>.')
    return [{ question: named[1] ?? '', position: named[2] ?? '', rationale }]
  })
}

export function markOf(annotation: WebAnnotation): Omit<Mark, 'articleId' | 'by'> {
  const words = annotation.body.flatMap((body) => (body.purpose === 'tagging' ? [body.value ?? ''] : []))
  const places = placesOf(annotation)
  const content = annotation.target.map(({ selector }) => {
    const quote = selector.find((one) => one.type === 'TextQuoteSelector')
    const position = selector.find((one) => one.type === 'TextPositionSelector')
    return {
      exact: quote?.exact,
      prefix: quote?.prefix,
      suffix: quote?.suffix,
      start: position?.start,
      end: position?.end,
    }
  })
  return {
    content,
    speakers: speakersOf(annotation),
    places,
    isRuling: annotation.motivation.includes('moderating'),
    placesOnly: places.length > 0 && !annotation.motivation.includes('identifying'),
    ...saidOf(words),
  }
}

const pointless = (pointer: string, detail: string) =>
  new Invalid(detail, { faults: [{ pointer, code: 'points_at_nothing', detail }] })
