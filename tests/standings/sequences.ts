// Random days in the life of the service, for the property that the kept counts are what a recount gives.

import fc from 'fast-check'
import { expect } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import { type Newsroom, PERSONAL, QUESTION, RECORDS } from '../support/newsroom.ts'

const SOURCES = [
  'Ida Orme',
  'Ida Orme for Kestrel Mail',
  'Jon Pell for Heron Post',
  'Ida Orme and Jon Pell for Heron Post',
  'Kestrel Mail (organization)',
  'Records Office (government, also RO)',
  'RO (government)',
  'nobody',
]
const SAYINGS = [
  'These are business records',
  'These are personal documents',
  'Business records or personal documents?',
  'It rains',
]
const PUBLISHERS = ['Quayside Echo', 'Hilltop Argus', null]
const DAYS = ['2021-01-31', '2021-02-01', null]
const POSITIONS = [RECORDS, PERSONAL, 'ambivalent', 'off-question']
const STATUSES = ['proposed', 'confirmed', 'rejected']

type Write = (news: Newsroom) => Promise<unknown>
export interface Step {
  /** What fast-check prints when a sequence fails. */
  readonly says: string
  readonly write: Write
}

/** The nth of a list, wherever n lies; undefined when the list is empty. */
const nth = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

const list = async <T>(news: Newsroom, url: string) => (await news.get<{ data: T[] }>(url, 'admin')).body.data
const claimAt = async (news: Newsroom, n: number) =>
  nth(await list<Claim>(news, '/v1/claims?limit=200'), n)?.id
const speakerAt = async (news: Newsroom, n: number) =>
  nth(await list<Speaker>(news, '/v1/speakers?limit=200'), n)?.id
const articleAt = async (news: Newsroom, n: number) =>
  nth(await list<Article>(news, '/v1/articles?limit=200'), n)?.id

let told = 0

const n = fc.nat(1000)
const step = <T>(
  name: string,
  given: fc.Arbitrary<T>,
  write: (news: Newsroom, given: T) => Promise<unknown>,
) =>
  given.map(
    (value): Step => ({ says: `${name} ${JSON.stringify(value)}`, write: (news) => write(news, value) }),
  )

const said = fc.record({ source: fc.constantFrom(...SOURCES), saying: fc.constantFrom(...SAYINGS) })
const published = { publisher: fc.constantFrom(...PUBLISHERS), publishedAt: fc.constantFrom(...DAYS) }

const takeIn = step(
  'article',
  fc.record({ claims: fc.array(said, { minLength: 1, maxLength: 3 }), ...published }),
  (news, { claims, publisher, publishedAt }) =>
    news.post('/v1/articles', 'annotator', {
      title: 'Day',
      text: `Day ${told++}. ${claims.map(({ source, saying }) => `“${saying}” said ${source}.`).join(' ')}`,
      ...(publisher === null ? {} : { publisher }),
      ...(publishedAt === null ? {} : { publishedAt }),
    }),
)

const tag = step(
  'tag',
  fc.record({
    claim: n,
    as: fc.constantFrom('annotator' as const, 'curator' as const),
    position: fc.constantFrom(...POSITIONS),
  }),
  async (news, { claim, as, position }) =>
    news.post(`/v1/claims/${await claimAt(news, claim)}/tags`, as, { question: QUESTION, position }),
)

const withdraw = step('withdraw', n, async (news, at) => {
  const tags = (await list<Tag>(news, '/v1/tags?current=true&limit=200')).filter(
    (one) => one.annotator.name === 'the annotator',
  )
  return news.remove(`/v1/tags/${nth(tags, at)?.id}`, 'annotator')
})

const rule = step(
  'rule',
  fc.record({ claim: n, position: fc.constantFrom(...POSITIONS) }),
  async (news, { claim, position }) => {
    const url = `/v1/claims/${await claimAt(news, claim)}/rulings`
    const standing = (await list<Ruling>(news, url))?.find((one) => one.current)
    const supersedes = standing === undefined ? {} : { supersedes: standing.id }
    return news.post(url, 'curator', { question: QUESTION, position, ...supersedes })
  },
)

const reopen = step('reopen', n, async (news, claim) => {
  const rulings = await list<Ruling>(news, `/v1/claims/${await claimAt(news, claim)}/rulings`)
  return news.post(`/v1/rulings/${rulings?.at(-1)?.id}/reopen`, 'curator', {})
})

const reword = step('new version', n, async (news, at) =>
  news.patch(`/v1/questions/${QUESTION}`, 'curator', { guidelines: `Judge as on day ${at}.` }, '*'),
)

const judge = step(
  'status',
  fc.record({ claim: n, status: fc.constantFrom(...STATUSES) }),
  async (news, { claim, status }) =>
    news.patch(`/v1/claims/${await claimAt(news, claim)}`, 'annotator', { status }, '*'),
)

const reattribute = step(
  'speakers',
  fc.record({ claim: n, speakers: fc.array(n, { maxLength: 3 }) }),
  async (news, { claim, speakers }) => {
    const ids = await Promise.all(speakers.map((at) => speakerAt(news, at)))
    return news.patch(
      `/v1/claims/${await claimAt(news, claim)}`,
      'annotator',
      { speakers: ids.filter((id) => id !== undefined) },
      '*',
    )
  },
)

const add = step('add claim', fc.record({ article: n, speaker: n }), async (news, { article, speaker }) =>
  news.post(`/v1/articles/${await articleAt(news, article)}/claims`, 'annotator', {
    exact: 'Day',
    speakers: [(await speakerAt(news, speaker)) ?? 'Somebody New'],
  }),
)

const redescribe = step(
  'kind',
  fc.record({ speaker: n, kind: fc.constantFrom('person', 'organization', 'unknown') }),
  async (news, { speaker, kind }) =>
    news.patch(`/v1/speakers/${await speakerAt(news, speaker)}`, 'curator', { kind }, '*'),
)

const affiliate = step(
  'affiliate',
  fc.record({ speaker: n, bodies: fc.array(n, { maxLength: 2 }) }),
  async (news, { speaker, bodies }) => {
    const ids = await Promise.all(bodies.map((at) => speakerAt(news, at)))
    const affiliations = ids.map((speakerId) => ({ speakerId }))
    return news.patch(`/v1/speakers/${await speakerAt(news, speaker)}`, 'curator', { affiliations }, '*')
  },
)

const merge = step('merge', fc.record({ from: n, into: n }), async (news, { from, into }) =>
  news.post(`/v1/speakers/${await speakerAt(news, from)}/merge`, 'curator', {
    into: (await speakerAt(news, into)) ?? 'spk_none',
  }),
)

const republish = step(
  'republish',
  fc.record({ article: n, ...published }),
  async (news, { article, ...change }) =>
    news.patch(`/v1/articles/${await articleAt(news, article)}`, 'curator', change, '*'),
)

const remove = step('delete', n, async (news, article) =>
  news.remove(`/v1/articles/${await articleAt(news, article)}`, 'curator'),
)

export const sequence: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(takeIn, { minLength: 2, maxLength: 3 }),
    fc.array(
      fc.oneof(
        takeIn,
        tag,
        tag,
        withdraw,
        rule,
        reopen,
        reword,
        judge,
        reattribute,
        add,
        redescribe,
        affiliate,
        merge,
        republish,
        remove,
      ),
      { minLength: 8, maxLength: 12 },
    ),
  )
  .map((parts) => parts.flat())

/** Under which version people placed each claim last, and how many of them: as kept, and from their tags. */
async function expectVersionsKept({ db }: Newsroom, says: string): Promise<void> {
  const { claimPositions, tags, rulings } = db.tables
  const kept = await db.query((q) => q.select().from(claimPositions)).read()
  const standing = (await db.query((q) => q.select().from(tags)).read()).filter(
    (one) => one.current === 1 && one.kind === 'person',
  )
  const ruled = (await db.query((q) => q.select().from(rulings)).read()).filter((one) => one.current === 1)
  for (const { claimId, question, version, people } of kept) {
    const on = (one: { claimId: string; question: string }) =>
      one.claimId === claimId && one.question === question
    const versions = standing.filter(on).map((one) => one.questionVersion)
    const newest = ruled.find(on)?.questionVersion ?? (versions.length > 0 ? Math.max(...versions) : null)
    const counted = { version: newest, people: versions.filter((one) => one === newest).length }
    expect({ version, people }, says).toEqual(counted)
  }
}

/** Runs the steps and compares, after each, what is kept with what is counted anew, for every way of grouping. */
export async function expectKept(news: Newsroom, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    const answer = (await one.write(news)) as { status: number; text: string }
    expect(answer.status, `${one.says}: ${answer.text}`).not.toBe(500)
    for (const groupBy of ['speaker', 'affiliation', 'publisher', 'month'] as const) {
      const filter = { question: QUESTION, groupBy, limit: 200 }
      const [kept, live] = [await news.positions.list(filter), await news.positions.list(filter, true)]
      expect(kept, `${one.says}, by ${groupBy}`).toEqual(live)
    }
    await expectVersionsKept(news, one.says)
  }
}

/** Deletes all articles; the speakers stay, as they do. */
export async function clearAway(news: Newsroom): Promise<void> {
  for (const { id } of await list<Article>(news, '/v1/articles?limit=200'))
    expect((await news.remove(`/v1/articles/${id}`, 'curator')).status).toBe(204)
}
