// A Label Studio task read into marks: its regions, what is chosen and written for them, and how they are linked.

import { z } from 'zod'
import { type Offsets, offsetsOf } from '../articles/text.ts'
import type { GivenSpan } from '../claims/spans.ts'
import type { Mark } from './marks.ts'
import type { Place } from './placements.ts'
import { saidOf } from './said.ts'

const text = z.string().max(6_000_000)
const Result = z.looseObject({
  id: text.optional(),
  type: text.optional(),
  from_name: text.optional(),
  from_id: text.optional(),
  to_id: text.optional(),
  labels: z.array(text).optional(),
  meta: z
    .looseObject({ stands: text.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  value: z
    .looseObject({
      start: z.int().min(0).optional(),
      end: z.int().min(0).optional(),
      text: z.union([text, z.array(text)]).optional(),
      labels: z.array(text).optional(),
      choices: z.array(text).optional(),
    })
    .optional(),
})

export const Task = z.looseObject({
  data: z.looseObject({
    text,
    title: text.nullish(),
    publisher: text.nullish(),
    publishedAt: text.nullish(),
    url: text.nullish(),
  }),
  annotations: z
    .array(z.looseObject({ result: z.array(Result).max(100_000).default([]) }))
    .max(1000)
    .default([]),
})
export type Task = z.infer<typeof Task>
type Result = z.infer<typeof Result>

export type Found = Omit<Mark, 'articleId' | 'text' | 'by'>

/** `kept` is the text as it is stored, in which offsets count. */
export function marksOf(task: Task, kept: string): Found[] {
  const offsets = offsetsOf(kept)
  return task.annotations.flatMap(({ result }) => marksOfOne(result, kept, offsets))
}

function marksOfOne(results: readonly Result[], kept: string, offsets: Offsets): Found[] {
  const regions = new Map<string, { label: string; span: GivenSpan }>()
  for (const { id, value } of results) {
    const [label] = value?.labels ?? []
    if (id !== undefined && label !== undefined)
      regions.set(id, { label: label.toLowerCase(), span: spanOf(value, kept, offsets) })
  }
  const links = results.filter((one) => one.type === 'relation')
  const linksBy = { from_id: groupedBy(links, 'from_id'), to_id: groupedBy(links, 'to_id') }
  const said = groupedBy(results, 'id')
  const linked = (how: string, side: 'from_id' | 'to_id', id: string) =>
    (linksBy[side].get(id) ?? [])
      .filter((one) => one.labels?.includes(how))
      .map((one) => one[side === 'from_id' ? 'to_id' : 'from_id'] ?? '')
  const spansOf = (ids: readonly string[]) => ids.flatMap((id) => regions.get(id)?.span ?? [])
  const isContent = (id: string) => /^(content|claim|quotation|quote)$/.test(regions.get(id)?.label ?? '')
  const firsts = [...regions.keys()].filter(
    (id) => isContent(id) && linked('continues', 'to_id', id).length === 0,
  )
  return firsts.map((id): Found => {
    const pieces = new Set([id])
    for (
      let [next] = linked('continues', 'from_id', id);
      next !== undefined && !pieces.has(next);
      [next] = linked('continues', 'from_id', next)
    )
      pieces.add(next)
    const own = said.get(id) ?? []
    return {
      content: spansOf([...pieces]),
      cue: spansOf(linked('reports', 'to_id', id)),
      source: spansOf(linked('says', 'to_id', id)),
      ...saidOf(own.flatMap((one) => one.value?.choices ?? [])),
      speakers: own.filter((one) => one.from_name === 'speaker').flatMap(speakersOf),
      places: own.flatMap(placesOf),
    }
  })
}

function groupedBy(results: readonly Result[], key: 'id' | 'from_id' | 'to_id'): Map<string, Result[]> {
  const groups = new Map<string, Result[]>()
  for (const one of results) {
    const name = one[key]
    if (name === undefined) continue
    const others = groups.get(name)
    if (others) others.push(one)
    else groups.set(name, [one])
  }
  return groups
}

const speakersOf = ({ value }: Result) =>
  [value?.text ?? []]
    .flat()
    .map((name) => ({ name: name.trim().slice(0, 300), kind: 'unknown' as const }))
    .filter(({ name }) => name !== '')

const placesOf = ({ from_name = '', value, meta }: Result): Place[] => {
  const question = /^position-(.+)$/.exec(from_name)?.[1]
  if (question === undefined) return []
  const stood = (position: string) => position === meta?.stands
  return (value?.choices ?? []).map((position) => ({ question, position, stood: stood(position) }))
}

/** Browsers count UTF-16 code units, other tools code points: the count by which the words are the ones said is meant. */
function spanOf(value: Result['value'], kept: string, offsets: Offsets): GivenSpan {
  const { start = 0, end = 0 } = value ?? {}
  const exact = typeof value?.text === 'string' ? value.text : undefined
  const inUnits = {
    start: offsets.toPoints(start),
    end: end > kept.length ? end : offsets.toPoints(end),
    exact,
  }
  const byUnits = exact === undefined || kept.slice(start, end) === exact
  return byUnits ? inUnits : { start, end, exact }
}
