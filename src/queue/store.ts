// Which claims most need an annotator's tag. What bounds the work: each kind of claim is a range of the index on
// question, basis, confidence and claim, read in order until enough is found. Passed over on the way are only rejected
// claims and those this annotator has tagged: a person's among the contested ones, a program's also among those the
// machine placed. Of claims that people agree on, the newest WINDOW are looked at.

import { and, asc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import { spread } from './spread.ts'

/** With so many people's tags that agree, a claim needs no more. */
const ENOUGH = 2
const WINDOW = 2000
/** Looked at for each claim asked for, so that there are articles to choose from; and so many at least. */
const CHOICE = 4
const LEAST_CHOICE = 100

export interface Wanted {
  readonly claimId: string
  readonly articleId: string
}

export type QueueStore = ReturnType<typeof queueStore>

export function queueStore(db: Database) {
  const kinds = [contested(db), untagged(db), taggedOnce(db)]
  return {
    /** Most informative first; none that the annotator has tagged, and none that is ruled on or rejected. */
    async list(question: string, annotator: string, limit: number): Promise<Wanted[]> {
      const found: Wanted[] = []
      for (const kind of kinds) {
        if (found.length === limit) break
        const most = Math.max(LEAST_CHOICE, CHOICE * limit)
        found.push(...spread(await kind.read({ question, annotator, most }), limit - found.length))
      }
      return found
    },
  }
}

/** Settled by people who do not all agree; the most even split first. */
function contested(db: Database) {
  const { claimPositions: cp } = db.tables
  return wanting(db, sql`${and(eq(cp.basis, 'people'), lt(cp.confidence, 1))}`)
}

/** Placed by the machine alone; the least sure first. */
function untagged(db: Database) {
  return wanting(db, sql`${eq(db.tables.claimPositions.basis, 'machine')}`)
}

/** A ruling is a basis of its own, so what is ruled on is in neither range. */
function wanting(db: Database, basis: SQL) {
  const { claimPositions: cp, claims: c } = db.tables
  return db.query((q, slot) =>
    q
      .select({ claimId: cp.claimId, articleId: c.articleId })
      .from(cp)
      // CROSS JOIN holds SQLite to reading the index first.
      .crossJoin(c)
      .where(
        and(
          eq(cp.question, slot('question')),
          basis,
          eq(c.id, cp.claimId),
          sql`${c.status} <> 'rejected'`,
          notTaggedBy(db, sql`${cp.claimId}`),
        ),
      )
      .orderBy(asc(cp.confidence), asc(cp.claimId))
      .limit(slot('most')),
  )
}

/** Tagged by too few people, who agree: the newest first. */
function taggedOnce(db: Database) {
  const { claims: c, tags: t } = db.tables
  const question = sql.placeholder('question')
  const agreed = sql`(select claim_id from claim_positions where question = ${question} and basis = 'people' and confidence = 1 order by claim_id desc limit ${sql.raw(String(WINDOW))}) as agreed`
  const people = sql`(select count(*) from ${t} where ${t.claimId} = agreed.claim_id and ${t.question} = ${question} and current = 1 and ${t.kind} = 'person')`
  return db.query((q, slot) =>
    q
      .select({ claimId: c.id, articleId: c.articleId })
      .from(agreed)
      .crossJoin(c)
      .where(
        and(
          sql`${c.id} = agreed.claim_id`,
          sql`${c.status} <> 'rejected'`,
          sql`${people} < ${sql.raw(String(ENOUGH))}`,
          notTaggedBy(db, sql`agreed.claim_id`),
        ),
      )
      .orderBy(sql`agreed.claim_id desc`)
      .limit(slot('most')),
  )
}

function notTaggedBy({ tables: { tags: t } }: Database, claimId: SQL): SQL {
  const [question, annotator] = [sql.placeholder('question'), sql.placeholder('annotator')]
  return sql`not exists (select 1 from ${t} where ${t.claimId} = ${claimId} and ${t.question} = ${question} and ${t.annotatorId} = ${annotator} and current = 1)`
}
