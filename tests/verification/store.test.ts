// A database that the service has kept is found sound; each way of being wrong is found by its check, and what is derived
// is mended.

import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSnapshot } from '../../src/storage/snapshot.ts'
import { checks, verify } from '../../src/verification/index.ts'
import { mend } from '../../src/verification/mend.ts'
import { sequence } from '../standings/sequences.ts'
import { expectStrongest, manyClaims } from '../standings/strongest.ts'
import { eachDialect } from '../support/dialects.ts'
import {
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'
import { onServer } from '../support/postgres-database.ts'

/** What each check has found, by its name; none that has found nothing. */
async function found({ db }: Pick<Newsroom, 'db'>, which = checks): Promise<Record<string, number>> {
  const snapshot = await openSnapshot(db.source())
  const counts: Record<string, number> = {}
  try {
    for await (const { check, count, unreadable } of verify(snapshot, which)) {
      expect(unreadable).toBeNull()
      if (count > 0) counts[check.name] = count
    }
  } finally {
    await snapshot.close()
  }
  return counts
}

/** Every row, but for what is kept of the strongest: how many that are hangs on the order in which they came. */
async function counted({ rows }: Newsroom): Promise<Record<string, unknown[]>> {
  const { strongestEvidence, evidenceFloors, standings, ...same } = await rows()
  expect(evidenceFloors).not.toEqual([])
  expect(strongestEvidence).not.toEqual([])
  return { ...same, standings: standings?.filter((row) => !String(row).includes('"claims":0')) ?? [] }
}

/** A statement past the service, and past the foreign keys that would not let it. */
async function past(url: string, statement: string): Promise<void> {
  if (url.startsWith('postgres')) return onServer(url, `SET session_replication_role = replica; ${statement}`)
  const connection = new SqliteDatabase(url.replace('file:', ''))
  connection.pragma('foreign_keys = OFF')
  connection.exec(statement)
  connection.close()
}

async function eventful(url: string): Promise<Newsroom> {
  const news = await openNewsroom({ url })
  const { claims } = await news.article(
    '“These are business records 🗝,” said Ida Orme for Kestrel Mail. “It rains,” said Jon Pell. “These are personal documents,” said Ida Orme and Jon Pell for Kestrel Mail.',
    { publisher: 'Quayside Echo', publishedAt: '2021-01-31' },
  )
  for (const { id } of claims)
    for (const as of ['annotator', 'curator'] as const)
      made(await news.post(`/v1/claims/${id}/tags`, as, { question: QUESTION, position: RECORDS }))
  made(
    await news.post(`/v1/claims/${first(claims).id}/rulings`, 'curator', {
      question: QUESTION,
      position: PERSONAL,
    }),
  )
  return news
}

const ONE_TAG = "id = (select min(id) from tags where kind = 'person' and current = 1)"
const ONE_CLAIM = 'id = (select min(id) from claims)'

type Damage = readonly [statement: string, check: string]

/** What is done to the database, and which check finds it. */
const DERIVED: readonly Damage[] = [
  [`update standings set claims = claims + 1`, 'counts'],
  [`delete from standings where group_by = 'speaker'`, 'counts'],
  [`delete from standing_groups where group_by = 'month'`, 'groups'],
  [`update evidence set at = at + 1 where group_by = 'publisher'`, 'evidence'],
  [`update strongest_evidence set strength = strength + 1 where group_by = 'publisher'`, 'strongest'],
  [`delete from strongest_evidence where group_by = 'month'`, 'strongest'],
  [`delete from evidence where group_by = 'affiliation'`, 'evidence'],
  [
    `insert into evidence (question, group_by, group_key, at, claim_id) select distinct question, group_by, group_key, at, 'clm_gone' from evidence`,
    'evidence',
  ],
  [`update claim_positions set people = people + 1`, 'positions'],
  [`delete from claim_positions`, 'positions'],
]
const SEARCH: readonly Damage[] = [
  [`delete from claims_search`, 'search'],
  [`delete from articles_search`, 'search'],
]
const GROUND: readonly Damage[] = [
  [`delete from claims where ${ONE_CLAIM}`, 'records'],
  [`delete from changes where seq = 3`, 'ledger'],
  [`update changes set entity_id = 'nobody' where entity = 'claim'`, 'records'],
  [`update claims set prefix = 'x' where ${ONE_CLAIM}`, 'texts'],
  [`update claims set start = start + 1 where ${ONE_CLAIM}`, 'texts'],
  [`update claims set publisher = 'Hilltop Argus' where ${ONE_CLAIM}`, 'texts'],
  [`update articles set text = 'Another text.'`, 'texts'],
  [`update speaker_aliases set folded = folded || 'x'`, 'names'],
  [`update speakers set merged_into = id where kind = 'organization'`, 'merged speakers'],
  [`update tags set current = 0 where ${ONE_TAG}`, 'current'],
  [`update tags set question_version = 9 where ${ONE_TAG}`, 'references'],
]

eachDialect('a database', ({ url }, dialect) => {
  it('is sound after any sequence of writes', async () => {
    const news = await openNewsroom({ url: await url() })
    for (const steps of fc.sample(sequence, { seed: 7, numRuns: dialect === 'sqlite' ? 3 : 1 }))
      for (const step of steps) await step.write(news)
    expect(await found(news)).toEqual({})
  })

  it('in which something derived is wrong is found out, and mended', async () => {
    const news = await eventful(await url())
    expect(await found(news)).toEqual({})
    // The checks are the same statements on either database, but slower to ask on PostgreSQL.
    const damages = dialect === 'sqlite' ? [...DERIVED, ...SEARCH] : DERIVED.filter((_, i) => i % 3 === 0)
    for (const [statement, check] of damages) {
      await past(await url(), statement)
      expect((await found(news))[check], statement).toBeGreaterThan(0)
      await mend(news.db, () => {})
      expect(await found(news), statement).toEqual({})
    }
    for (const resource of ['claims', 'articles'])
      expect(ok(await news.get<{ data: unknown[] }>(`/v1/${resource}?q=records`)).data).toHaveLength(1)
  })

  it('that is counted anew without need stays as it was, also where only the strongest are kept', async () => {
    const news = await eventful(await url())
    const claims = await manyClaims(news)
    for (const { id } of claims.slice(0, 20))
      made(await news.post(`/v1/claims/${id}/tags`, 'annotator', { question: QUESTION, position: PERSONAL }))
    const before = await counted(news)
    await mend(news.db, () => {})
    expect(await counted(news)).toEqual(before)
    expect(await found(news)).toEqual({})
    await expectStrongest(news)
  })

  it('in which something else is wrong is found out', async () => {
    const news = await eventful(await url())
    const before = new Map<string, number>()
    for (const [statement, check] of GROUND) {
      await past(await url(), statement)
      const now =
        (
          await found(
            news,
            checks.filter(({ name }) => name === check),
          )
        )[check] ?? 0
      expect(now, statement).toBeGreaterThan(before.get(check) ?? 0)
      before.set(check, now)
    }
  })
})
