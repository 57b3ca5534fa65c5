// The benchmark's own data: articles, claims, speakers and tags, skewed as real ones are, the same on every run.

import { ENGINE_ID } from '../../annotators/people.ts'
import { roomsOf } from '../../app.ts'
import { createEngine } from '../../engine/index.ts'
import { analyst } from '../../intake/analyst.ts'
import { teaching } from '../../intake/lessons.ts'
import { schooling } from '../../intake/schooling.ts'
import { placingStatements } from '../../intake/statements.ts'
import { BUSINESS_RECORDS_QUESTION } from '../../questions/shipped.ts'
import { type Runtime, systemRuntime } from '../../runtime.ts'
import { settle } from '../../standings/settle.ts'
import { openDatabase } from '../../storage/open.ts'
import type { Tagger } from '../../tags/store.ts'
import { shippedWeights } from '../../weights.ts'
import { articleOf, CLAIMS_AN_ARTICLE, claimsOf, WORDS } from './articles.ts'
import { bulk } from './bulk.ts'
import { type Random, random } from './random.ts'
import { recount } from './recount.ts'

export const QUESTION = BUSINESS_RECORDS_QUESTION.slug
const POSITIONS = ['business-records', 'personal-documents', 'ambivalent', 'off-question']
const PEOPLE = 8
const QUESTIONS = 50

export interface BenchData {
  /** Without those that were rejected, which nobody may tag. */
  readonly claimIds: readonly string[]
  readonly speakerIds: readonly string[]
  readonly publishers: readonly string[]
  /** The key of an admin. */
  readonly key: string
}

/** Fills an empty database as `fillWithout` does, and lets the machine learn from it, as it would have by then. */
export async function fill(
  path: string,
  claims: number,
  report: (share: number) => void,
): Promise<BenchData> {
  const built = await fillWithout(path, claims, report)
  await learnt(path)
  return built
}

/**
 * Fills an empty database, at this path, with `claims` claims, three tags on each question a claim is on. Reports how
 * far it is, from 0 to 1.
 */
export async function fillWithout(
  path: string,
  claims: number,
  report: (share: number) => void,
): Promise<BenchData> {
  const runtime = counting()
  const { key, act, slugs, taggers, speakerIds } = await peopled(path, claims, runtime)
  const rng = random(1)
  const publishers = Array.from({ length: 40 }, (_, i) => `The ${WORDS[i % WORDS.length]} Courier ${i}`)
  const claimIds: string[] = []
  const into = bulk(path)
  for (let n = 0; n < claims / CLAIMS_AN_ARTICLE; n++) {
    const { article, recorded } = articleOf(n, rng, publishers, runtime, act.at)
    into.create('articles', 'article', article, act, recorded)
    const made = claimsOf(article, rng, runtime)
    for (const claim of made) {
      const speaker = rng.skewed(speakerIds)
      into.create('claims', 'claim', claim, act, { ...claim, speakerIds: [speaker] })
      into.insert('claim_speakers', {
        claimId: claim.id,
        articleId: article.id,
        speakerId: speaker,
        ordinal: 0,
      })
      if (claim.status !== 'rejected') claimIds.push(claim.id)
    }
    for (const { id: claimId } of made)
      for (const question of questionsOf(rng, slugs)) {
        const votes = taggersOf(rng, taggers).map((by) => tagOf(claimId, question, by, rng, runtime, act.at))
        for (const vote of votes) {
          const row = { ...vote, articleId: article.id }
          into.create('tags', 'tag', row, act, { ...vote, supersedes: null })
        }
        into.insert('claim_positions', { claimId, articleId: article.id, question, ...settle(null, votes) })
      }
    if (n % 100 === 0) report((n * CLAIMS_AN_ARTICLE) / claims)
  }
  recount(into.connection)
  into.close()
  return { claimIds, speakerIds, publishers, key }
}

/** The annotators, the questions and the speakers, few enough to come in by the stores. */
async function peopled(path: string, claims: number, runtime: Runtime) {
  const db = await openDatabase(`file:${path}`)
  const rooms = roomsOf({ db, runtime })
  await rooms.people.ensurePrograms('bench')
  const key = (await rooms.people.ensureAdmin(undefined)) ?? ''
  const act = rooms.people.systemAct()
  const slugs = await questions(rooms, act)
  const taggers = await annotators(rooms, act)
  const speakerIds = await speakers(rooms, runtime, Math.max(50, claims / 50), act)
  await db.close()
  return { key, act, slugs, taggers, speakerIds }
}

/** Ids by counting: the same on every run, rising, and earlier than any the service will make. */
function counting(): Runtime {
  const { now } = systemRuntime()
  const began = Date.UTC(2025, 0, 1).toString(32).padStart(10, '0')
  let made = 0
  return { now, newId: (prefix) => `${prefix}_${began}${(++made).toString(32).padStart(16, '0')}` }
}

/** Every claim is on the first question, as where a newsroom works on one; a fifth of them on another one as well. */
const questionsOf = (rng: Random, [first = '', ...others]: readonly string[]) =>
  rng.unit() < 0.2 ? [first, rng.skewed(others)] : [first]

/** The one a service opens with, and others that are closed: placing new claims on fifty would be another measurement. */
async function questions(rooms: Rooms, act: Act): Promise<string[]> {
  await rooms.questions.ensure(BUSINESS_RECORDS_QUESTION, act)
  const { text, guidelines, positions } = BUSINESS_RECORDS_QUESTION
  const slugs = [QUESTION]
  for (let i = 1; i < QUESTIONS; i++) {
    const slug = `bench-question-${i}`
    const status = 'closed' as const
    const said = positions.map((position) => ({ ...position, examples: [] }))
    const work = { settleAt: null, tagsPerClaim: 2, blind: true }
    await rooms.questions.insert({ slug, text, guidelines, status, positions: said, ...work }, act, nothing)
    slugs.push(slug)
  }
  return slugs
}

function tagOf(
  claimId: string,
  question: string,
  by: Tagger,
  rng: Random,
  runtime: Runtime,
  createdAt: number,
) {
  return {
    ...{ id: runtime.newId('tag'), claimId, question, questionVersion: 1 },
    ...{ position: rng.skewed(POSITIONS), annotatorId: by.id, kind: by.kind, annotatorVersion: by.version },
    ...{ confidence: rng.unit(), rationale: null, wordsAlone: null, createdAt, current: 1 },
  }
}

/** Learns from what people decided, and says that every claim is placed by that, as it would be after some time. */
async function learnt(path: string): Promise<void> {
  const db = await openDatabase(`file:${path}`)
  const { claims } = roomsOf({ db, runtime: systemRuntime() })
  const engine = createEngine(shippedWeights())
  const reading = analyst(engine)
  const s = placingStatements(db, engine.version)
  const question = async () => (await s.question.read({ slug: QUESTION }))[0] ?? null
  const teacher = teaching({
    db,
    analyst: reading,
    engineVersion: engine.version,
    now: Date.now,
    examplesOf: schooling(db, claims),
    question,
    renew: async () => {},
    log: console,
  })
  teacher.catchUp(QUESTION)
  await teacher.close()
  const mark = (await question())?.mark ?? null
  const placed = `1/${engine.version}${mark === null ? '' : `+${mark}`}`
  await db.batch(() => s.setPlaced({ slug: QUESTION, placed }))
  await reading.close()
  await db.close()
}

type Rooms = ReturnType<typeof roomsOf>
type Act = ReturnType<Rooms['people']['systemAct']>

async function annotators(rooms: Rooms, act: Act): Promise<{ machines: Tagger[]; people: Tagger[] }> {
  const added = async (name: string, kind: 'person' | 'software', version: string | null) => {
    const { id } = await rooms.people.add(
      { name, kind, role: 'annotator', ...(version ? { version } : {}) },
      act,
    )
    return { id, name, kind, version }
  }
  const machines: Tagger[] = [{ id: ENGINE_ID, name: 'engine', kind: 'software', version: 'bench' }]
  for (let i = 1; i < 3; i++) machines.push(await added(`Model ${i}`, 'software', `${i}`))
  const people: Tagger[] = []
  for (let i = 0; i < PEOPLE; i++) people.push(await added(`Annotator ${i}`, 'person', null))
  return { machines, people }
}

/** The engine and two people; on a tenth of the claims machines alone, as nobody gets to the end of a corpus. */
function taggersOf(rng: Random, { machines, people }: Awaited<ReturnType<typeof annotators>>): Tagger[] {
  if (rng.unit() < 0.1) return machines
  const first = rng.below(PEOPLE)
  const second = (first + 1 + rng.below(PEOPLE - 1)) % PEOPLE
  return [machines[0], people[first], people[second]].flatMap((one) => one ?? [])
}

async function speakers(rooms: Rooms, runtime: Runtime, n: number, act: Act): Promise<string[]> {
  const ids = Array.from({ length: n }, () => runtime.newId('spk'))
  const named = (id: string, i: number) => {
    const kind = i % 10 === 0 ? ('organization' as const) : ('person' as const)
    const organization = ids[i - (i % 10)] as string
    const affiliations = kind === 'person' ? [{ speakerId: organization, role: null }] : []
    return rooms.speakers.insert({ name: `Speaker ${i}`, kind, aliases: [], affiliations }, id, act, nothing)
  }
  // Those that come together share a commit.
  await Promise.all(ids.map(named))
  return ids
}

function* nothing() {}
