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
import { settle, type Vote } from '../../standings/settle.ts'
import { writing } from '../../standings/statements.ts'
import type { Database, Operation } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open.ts'
import { tagStatements } from '../../tags/statements.ts'
import type { Tagger } from '../../tags/store.ts'
import { shippedWeights } from '../../weights.ts'
import { articleOf, CLAIMS_AN_ARTICLE, claimsOf, WORDS } from './articles.ts'
import { type Random, random } from './random.ts'
import { recount } from './recount.ts'

export const QUESTION = BUSINESS_RECORDS_QUESTION.slug
const POSITIONS = ['business-records', 'personal-documents', 'ambivalent', 'off-question']
const PEOPLE = 8
const QUESTIONS = 50
/** They share a commit. */
const ARTICLES_AT_ONCE = 50

export interface BenchData {
  readonly claimIds: readonly string[]
  readonly speakerIds: readonly string[]
  readonly publishers: readonly string[]
  /** The key of an admin. */
  readonly key: string
}

/**
 * Fills an empty database, at this path, with `claims` claims, three tags on each question a claim is on. Reports how
 * far it is, from 0 to 1.
 */
export async function fill(
  path: string,
  claims: number,
  report: (share: number) => void,
): Promise<BenchData> {
  const db = await openDatabase(`file:${path}`)
  const runtime = systemRuntime()
  const rooms = roomsOf({ db, runtime })
  await rooms.people.ensurePrograms('bench')
  const key = (await rooms.people.ensureAdmin(undefined)) ?? ''
  const act = rooms.people.systemAct()
  const slugs = await questions(rooms, act)
  const taggers = await annotators(rooms, act)
  const rng = random(1)
  const speakerIds = await speakers(rooms, runtime, Math.max(50, claims / 50), act)
  const publishers = Array.from({ length: 40 }, (_, i) => `The ${WORDS[i % WORDS.length]} Courier ${i}`)
  const claimIds: string[] = []
  const tagging = taggingOf(db, rooms, runtime, rng)
  const articles = Math.ceil(claims / CLAIMS_AN_ARTICLE)
  for (let n = 0; n < articles; n += ARTICLES_AT_ONCE) {
    const some = Array.from({ length: Math.min(ARTICLES_AT_ONCE, articles - n) }, (_, i) => {
      const article = articleOf(n + i, rng, publishers, runtime, act.at)
      const fresh = claimsOf(article.text, rng, speakerIds, runtime)
      const tagged = fresh.flatMap(({ id }) =>
        questionsOf(rng, slugs).map((question) => ({ id, question, by: taggersOf(rng, taggers) })),
      )
      claimIds.push(...fresh.map((claim) => claim.id))
      return db.batch(function* () {
        yield* rooms.articles.insert(article, act)
        yield* rooms.claims.insertAll(fresh, article, act)
        for (const { id, question, by } of tagged) yield* tagging(id, question, by, act)
      })
    })
    await Promise.all(some)
    report(n / articles)
  }
  await db.close()
  recount(path)
  await learnt(path)
  return { claimIds, speakerIds, publishers, key }
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

/** Three tags and where they leave the claim, without counting: that is done once for all, in the end. */
function taggingOf(db: Database, rooms: Rooms, runtime: Runtime, rng: Random) {
  const tag = tagStatements(db)
  const { position: place } = writing(db)
  return function* (claimId: string, question: string, by: readonly Tagger[], act: Act): Operation<void> {
    const votes: Vote[] = []
    for (const tagger of by) {
      const made = {
        ...{ id: runtime.newId('tag'), claimId, question, questionVersion: 1 },
        ...{ position: rng.skewed(POSITIONS), annotatorId: tagger.id, kind: tagger.kind },
        ...{ annotatorVersion: tagger.version, confidence: rng.unit(), rationale: null, wordsAlone: null },
        createdAt: act.at,
      }
      yield* tag.insert(made)
      const after = { ...made, supersedes: null }
      yield* rooms.ledger.append(act, { entity: 'tag', id: made.id, action: 'create', after })
      votes.push(made)
    }
    yield* place({ claimId, question, ...settle(null, votes) })
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
