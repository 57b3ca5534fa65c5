// The prepared statements behind the queue. What bounds the work: each reads a window of one range of an index, in its
// order, and says of each claim whether this annotator could tag it.

import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database, Query } from '../storage/database.ts'

/** A claim of the window, with what the next window begins after. */
export interface Seen {
  readonly claimId: string
  readonly articleId: string
  readonly confidence: number
  readonly version: number
  readonly people: number
  readonly wanted: number
}

const slot = (name: string) => sql`${sql.placeholder(name)}`

export function queueStatements(db: Database): Record<'people' | 'versions' | 'machine', Query<Seen>> {
  const [question, version, after, id] = ['question', 'version', 'afterConfidence', 'afterClaim'].map(slot)
  return {
    /** So many people's tags under the version of now, and such a share that agrees; from the share begun after. */
    people: window(
      db,
      sql`question = ${question} and basis = 'people' and version = ${version} and people = ${slot('people')} and confidence < ${slot('below')} and (confidence, claim_id) > (${after}, ${id})`,
      sql`confidence, claim_id`,
    ),
    /** Placed by people when the question meant something else. */
    versions: window(
      db,
      sql`question = ${question} and basis = 'people' and version < ${version} and (version, people, confidence, claim_id) > (${slot('afterVersion')}, ${slot('afterPeople')}, ${after}, ${id})`,
      sql`version, people, confidence, claim_id`,
    ),
    /** Placed by the machine alone; the least sure first. */
    machine: window(
      db,
      sql`question = ${question} and basis = 'machine' and (confidence, claim_id) > (${after}, ${id})`,
      sql`confidence, claim_id`,
    ),
  }
}

function window(db: Database, within: SQL, order: SQL): Query<Seen> {
  const { claims: c } = db.tables
  const read = sql`(select claim_id, confidence, coalesce(version, 0) as version, people from claim_positions where ${within} order by ${order} limit ${slot('window')}) as seen`
  return db.query((q) =>
    q
      .select({
        claimId: c.id,
        articleId: c.articleId,
        confidence: sql<number>`seen.confidence`.mapWith(Number),
        version: sql<number>`seen.version`.mapWith(Number),
        people: sql<number>`seen.people`.mapWith(Number),
        wanted: sql<number>`case when ${wanted(db)} then 1 else 0 end`.mapWith(Number),
      })
      .from(read)
      // CROSS JOIN holds SQLite to reading the window first.
      .crossJoin(c)
      .where(sql`${c.id} = seen.claim_id`)
      .orderBy(sql`seen.version, seen.people, seen.confidence, seen.claim_id`),
  )
}

/** Not rejected, not tagged by this annotator under the version of now, and with a place that nobody else holds. */
function wanted({ tables: { claims: c, leases: l, tags: t } }: Database): SQL | undefined {
  const mine = and(
    sql`${t.claimId} = seen.claim_id`,
    sql`${t.question} = ${slot('question')}`,
    sql`${t.annotatorId} = ${slot('annotator')}`,
    sql`current = 1`,
    sql`${t.questionVersion} = ${slot('version')}`,
  )
  const others = and(
    sql`${l.claimId} = seen.claim_id`,
    eq(l.question, slot('question')),
    sql`${l.annotatorId} <> ${slot('annotator')}`,
    sql`${l.expiresAt} > ${slot('now')}`,
  )
  return and(
    sql`${c.status} <> 'rejected'`,
    sql`not exists (select 1 from ${t} where ${mine})`,
    sql`(select count(*) from ${l} where ${others}) < ${slot('places')}`,
  )
}
