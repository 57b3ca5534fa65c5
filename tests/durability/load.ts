// A load on a running service: several people at once who take articles in, tag, rule and import, until it is killed.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../src/commands/bench/random.ts'
import { PERSONAL, QUESTION, RECORDS } from '../support/newsroom.ts'
import type { Copy } from './copies.ts'
import { type Answered, linesOf, read, send, type Write } from './writes.ts'

export interface People {
  readonly admin: string
  readonly curator: string
  readonly annotators: readonly string[]
}

/** What the load has written, over all rounds. */
export interface Written {
  /** What was asked, and the answer to it, if one came; only writes that carry an Idempotency-Key. */
  readonly writes: { readonly write: Write; readonly answer: Answered | null }[]
  /** Articles of which the answer said that they are there, with the number of their claims. */
  readonly articles: Map<string, number>
  /** Claims to be tagged and ruled on. */
  readonly claims: string[]
  /** Of each claim that was ruled on, the ruling that the answer named last. */
  readonly rulings: Map<string, string>
}

export interface Work {
  readonly address: string
  readonly people: People
  readonly written: Written
  readonly random: Random
  readonly copy: (n: number) => Copy
  /** Called with each answer. */
  readonly answered: () => void
}

const SAID = ['These are business records', 'They are personal documents', 'It rains on the quay']
const PEOPLE = ['Ida Orme', 'Jon Pell', 'Mara Voss of Kestrel Mail', 'a clerk']
const POSITIONS = [RECORDS, PERSONAL, 'ambivalent', 'off-question']
/** Everything told is told once, over all rounds. */
let told = 0

/** One of the items, each as likely. */
const oneOf = <T>({ below }: Random, items: readonly T[]): T => items[below(items.length)] as T

const article = ({ random }: Work) => {
  const quotes = Array.from(
    { length: 1 + random.below(4) },
    () => `“${oneOf(random, SAID)}, as on day ${random.below(1000)},” said ${oneOf(random, PEOPLE)}.`,
  )
  return { title: 'A day', publisher: 'Quayside Echo', text: `Day ${told++}. ${quotes.join(' ')}` }
}

const keyed = (path: string, key: string, body: unknown): Write => ({
  path,
  key,
  body: JSON.stringify(body),
  headers: { 'idempotency-key': `load-${told++}` },
})

type Kind = (work: Work) => Promise<void>

/** Sends it and keeps what became of it; gives the body of a creation. */
async function kept<T>({ address, written, answered }: Work, write: Write): Promise<T | null> {
  const answer = await send(address, write)
  if (answer) answered()
  written.writes.push({ write, answer })
  // Told to come again later, and who does not would fill the time with refusals.
  if (answer?.status === 503) await sleep(100)
  return answer?.status === 201 ? (JSON.parse(answer.text) as T) : null
}

const takeIn: Kind = async (work) => {
  const write = keyed('/v1/articles', oneOf(work.random, work.people.annotators), article(work))
  const made = await kept<{ id: string; claimCount: number }>(work, write)
  if (made === null) return
  work.written.articles.set(made.id, made.claimCount)
  const { body } = await read<{ data: { id: string }[] }>(
    work.address,
    `/v1/articles/${made.id}/claims`,
    work.people.admin,
  )
  work.written.claims.push(...body.data.map(({ id }) => id))
}

const tag: Kind = async (work) => {
  const { random, written, people } = work
  if (written.claims.length === 0) return takeIn(work)
  const path = `/v1/claims/${oneOf(random, written.claims)}/tags`
  const body = { question: QUESTION, position: oneOf(random, POSITIONS) }
  await kept(work, keyed(path, oneOf(random, people.annotators), body))
}

const rule: Kind = async (work) => {
  const { random, written, people } = work
  if (written.claims.length === 0) return takeIn(work)
  const claim = oneOf(random, written.claims)
  const supersedes = written.rulings.get(claim)
  const body = { question: QUESTION, position: oneOf(random, POSITIONS), supersedes }
  const made = await kept<{ id: string }>(work, keyed(`/v1/claims/${claim}/rulings`, people.curator, body))
  if (made) written.rulings.set(claim, made.id)
}

const takeInMany: Kind = async (work) => {
  const body = Array.from({ length: 5 }, () => JSON.stringify(article(work))).join('\n')
  const headers = { 'content-type': 'application/x-ndjson' }
  const key = oneOf(work.random, work.people.annotators)
  const answer = await send(work.address, { path: '/v1/articles/batch', key, body, headers })
  for (const line of answer ? linesOf<{ articleId?: string; claimCount?: number }>(answer) : [])
    if (line.articleId !== undefined) work.written.articles.set(line.articleId, line.claimCount ?? 0)
}

const bringIn: Kind = async (work) => {
  const { articleId, claimIds, body } = work.copy(told++)
  const headers = { 'content-type': 'application/x-ndjson' }
  const write = { path: '/v1/imports/claims.ndjson', key: work.people.admin, body, headers }
  const answer = await send(work.address, write)
  const rows = answer ? linesOf<{ status: string; id?: string }>(answer) : []
  // An article and its claims are one operation: the row of any of them answers for all.
  if (rows.some(({ status, id }) => status === 'created' && id === articleId))
    work.written.articles.set(articleId, claimIds.length)
}

const KINDS: readonly Kind[] = [tag, tag, tag, tag, rule, rule, takeIn, takeIn, takeInMany, bringIn]

/** Several at once, one write after the other, until the signal. */
export async function load(work: Work, until: AbortSignal): Promise<void> {
  const person = async () => {
    while (!until.aborted) await oneOf(work.random, KINDS)(work).catch(() => {})
  }
  await Promise.all(Array.from({ length: 6 }, person))
}
