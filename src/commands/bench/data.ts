// The benchmark's own data: articles, claims, speakers and tags, skewed as real ones are, the same on every run.

import { ENGINE_ID } from '../../annotators/people.ts'
import { roomsOf } from '../../app.ts'
import { sha256Of } from '../../articles/text.ts'
import { anchoring } from '../../claims/spans.ts'
import type { FreshClaim } from '../../claims/store.ts'
import { BUSINESS_RECORDS_QUESTION } from '../../questions/shipped.ts'
import { type Runtime, systemRuntime } from '../../runtime.ts'
import { openDatabase } from '../../storage/open.ts'
import { type Random, random } from './random.ts'

export const QUESTION = BUSINESS_RECORDS_QUESTION.slug
const POSITIONS = ['business-records', 'personal-documents', 'ambivalent', 'off-question']
const CLAIMS_AN_ARTICLE = 20
const PEOPLE = 8
const WORDS =
  'the of court company records letters customers emails warrant private provider data said held storage cloud judge ruling appeal order access keys lawful argument notice owner server policy review motion hearing'.split(
    ' ',
  )

export interface BenchData {
  readonly claimIds: readonly string[]
  readonly speakerIds: readonly string[]
  readonly publishers: readonly string[]
  /** The key of an admin. */
  readonly key: string
}

/** Fills an empty database with `claims` claims of three tags each. Reports how far it is, from 0 to 1. */
export async function fill(url: string, claims: number, report: (share: number) => void): Promise<BenchData> {
  const db = await openDatabase(url)
  const runtime = systemRuntime()
  const rooms = roomsOf({ db, runtime })
  await rooms.people.ensurePrograms('bench')
  const key = (await rooms.people.ensureAdmin(undefined)) ?? ''
  const act = rooms.people.systemAct()
  await rooms.questions.ensure(BUSINESS_RECORDS_QUESTION, act)
  const taggers = await annotators(rooms, act)
  const rng = random(1)
  const speakerIds = await speakers(rooms, runtime, Math.max(50, claims / 50), act)
  const publishers = Array.from({ length: 40 }, (_, i) => `The ${WORDS[i % WORDS.length]} Courier ${i}`)
  const claimIds: string[] = []
  const articles = Math.ceil(claims / CLAIMS_AN_ARTICLE)
  for (let n = 0; n < articles; n++) {
    const article = articleOf(n, rng, publishers, runtime, act.at)
    const fresh = claimsOf(article.text, rng, speakerIds, runtime)
    await db.batch(function* () {
      yield* rooms.articles.insert(article, act)
      yield* rooms.claims.insertAll(fresh, article, act)
      for (const claim of fresh)
        for (const tagger of taggersOf(rng, taggers)) {
          const tag = { question: QUESTION, position: rng.skewed(POSITIONS), confidence: rng.unit() }
          yield* rooms.tags.put(runtime.newId('tag'), claim.id, tag, 1, tagger, act)
        }
    })
    claimIds.push(...fresh.map((claim) => claim.id))
    if (n % 100 === 0) report(n / articles)
  }
  await db.close()
  return { claimIds, speakerIds, publishers, key }
}

type Rooms = ReturnType<typeof roomsOf>
type Act = ReturnType<Rooms['people']['systemAct']>

async function annotators(rooms: Rooms, act: Act) {
  const engine = { id: ENGINE_ID, name: 'engine', kind: 'software', version: 'bench' } as const
  const people = []
  for (let i = 0; i < PEOPLE; i++) {
    const { id, name } = await rooms.people.add(
      { name: `Annotator ${i}`, kind: 'person', role: 'annotator' },
      act,
    )
    people.push({ id, name, kind: 'person', version: null } as const)
  }
  return { engine, people }
}

function taggersOf(rng: Random, { engine, people }: Awaited<ReturnType<typeof annotators>>) {
  const first = rng.below(PEOPLE)
  const second = (first + 1 + rng.below(PEOPLE - 1)) % PEOPLE
  return [engine, ...[people[first], people[second]].flatMap((one) => one ?? [])]
}

async function speakers(rooms: Rooms, runtime: Runtime, n: number, act: Act): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < n; i++) {
    const id = runtime.newId('spk')
    const kind = i % 10 === 0 ? ('organization' as const) : ('person' as const)
    const organization = ids[i - (i % 10)]
    const affiliations = kind === 'person' && organization ? [{ speakerId: organization, role: null }] : []
    await rooms.speakers.insert({ name: `Speaker ${i}`, kind, aliases: [], affiliations }, id, act, nothing)
    ids.push(id)
  }
  return ids
}

function* nothing() {}

const DAY = 86_400_000

function articleOf(n: number, rng: Random, publishers: readonly string[], runtime: Runtime, at: number) {
  const sentences = Array.from({ length: CLAIMS_AN_ARTICLE * 2 }, () => `${words(rng, 14)}.`)
  const text = `Article ${n}. ${sentences.join(' ')}`
  return {
    id: runtime.newId('art'),
    title: `Article ${n}: ${words(rng, 5)}`,
    publisher: rng.skewed(publishers),
    byline: null,
    url: null,
    publishedAt: Date.UTC(2018, 0, 1) + rng.below(5 * 365) * DAY,
    language: 'en',
    metadata: {},
    sha256: sha256Of(text),
    engineVersion: 'bench',
    createdBy: 'ann_system',
    createdAt: at,
    updatedAt: at,
    revision: 1,
    text,
  }
}

const words = (rng: Random, n: number) => Array.from({ length: n }, () => rng.skewed(WORDS)).join(' ')

function claimsOf(text: string, rng: Random, speakerIds: readonly string[], runtime: Runtime): FreshClaim[] {
  const anchors = anchoring(text)
  const length = Math.floor(text.length / CLAIMS_AN_ARTICLE)
  return Array.from({ length: CLAIMS_AN_ARTICLE }, (_, i) => {
    const start = i * length
    const content = [anchors.stored({ start: start + 20, end: start + length - 10 })]
    return {
      ...anchors.context(content),
      id: runtime.newId('clm'),
      content,
      cue: [anchors.stored({ start: start + 10, end: start + 14 })],
      source: [anchors.stored({ start, end: start + 9 })],
      type: rng.skewed(['indirect', 'direct', 'mixed'] as const),
      polarity: rng.skewed(['asserted', 'denied', 'questioned'] as const),
      status: 'proposed',
      speakerIds: [rng.skewed(speakerIds)],
      attribution: { method: 'named', confidence: 0.9 },
      parentId: null,
      confidence: rng.unit(),
      createdBy: ENGINE_ID,
      createdVersion: 'bench',
    }
  })
}
