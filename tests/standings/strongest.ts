// One article of many claims and random decisions on them, for the property that what is kept as evidence is the strongest.

import fc from 'fast-check'
import { expect } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import { type Newsroom, PERSONAL, QUESTION, RECORDS } from '../support/newsroom.ts'

/** By far more than are kept for a group and side. */
const CLAIMS = 60
const POSITIONS = [RECORDS, PERSONAL, 'off-question']

interface Turn {
  readonly claim: number
  readonly does: 'tag' | 'withdraw' | 'rule' | 'reopen' | 'judge'
  readonly position: string
}

export const turns = fc.array(
  fc.record<Turn>({
    // Some claims again and again, so that what is kept drains and is sought anew.
    claim: fc.oneof(fc.nat(CLAIMS - 1), fc.nat(12)),
    does: fc.constantFrom('tag', 'tag', 'tag', 'withdraw', 'rule', 'reopen', 'judge'),
    position: fc.constantFrom(...POSITIONS),
  }),
  { minLength: 20, maxLength: 20 },
)

export async function manyClaims(news: Newsroom): Promise<Claim[]> {
  const sayings = Array.from({ length: CLAIMS }, (_, i) =>
    i % 3 ? 'business records' : 'personal documents',
  )
  const text = sayings.map((saying, i) => `“Number ${i}: ${saying}” said Ida Orme.`).join(' ')
  return (await news.article(text, { publisher: 'Quayside Echo', publishedAt: '2021-02-01' })).claims
}

type List<T> = { data: T[] }

export async function take(news: Newsroom, claims: readonly Claim[], { claim, does, position }: Turn) {
  const url = `/v1/claims/${claims[claim]?.id}`
  const decision = { question: QUESTION, position }
  if (does === 'tag') await news.post(`${url}/tags`, 'annotator', decision)
  if (does === 'rule') await news.post(`${url}/rulings`, 'curator', decision)
  if (does === 'judge')
    await news.patch(url, 'annotator', { status: position === RECORDS ? 'rejected' : 'proposed' }, '*')
  if (does === 'reopen') {
    const { data } = (await news.get<List<Ruling>>(`${url}/rulings`, 'admin')).body
    await news.post(`/v1/rulings/${data.at(-1)?.id}/reopen`, 'curator', {})
  }
  if (does === 'withdraw') {
    const { data } = (await news.get<List<Tag>>(`${url}/tags?limit=200`, 'admin')).body
    await news.remove(`/v1/tags/${data.filter((one) => one.current).at(-1)?.id}`, 'annotator')
  }
}

export async function expectStrongest({ positions, rows }: Newsroom): Promise<void> {
  for (const groupBy of ['speaker', 'affiliation', 'publisher', 'month'] as const) {
    const filter = { question: QUESTION, groupBy, limit: 100 }
    expect(await positions.list(filter)).toEqual(await positions.list(filter, true))
  }
  const { strongestEvidence = [], evidenceFloors = [] } = await rows()
  expect(evidenceFloors.length).toBeGreaterThan(0)
  const sizes = new Map<string, number>()
  for (const row of strongestEvidence as string[]) {
    const { groupBy, groupKey, position } = JSON.parse(row)
    const group = `${groupBy} ${groupKey} ${position}`
    sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(16)
}
