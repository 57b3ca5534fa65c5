// The prepared statements behind evidence.

import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database, Slot } from '../storage/database.ts'
import { forEachNumber } from '../storage/several.ts'
import type { GroupBy } from './groups.ts'

/** A claim among others; of two alike in strength the newer is the stronger. */
export interface Ranked {
  readonly strength: number
  readonly claimId: string
}

/** The claims that speak to a question, by group. */
export function evidenceStatements(db: Database) {
  const { evidence: e } = db.tables
  return {
    enter: forEachNumber((rows) =>
      db.command((q, slot) =>
        q.insert(e).values(
          Array.from({ length: rows }, (_, i) => ({
            question: slot('question'),
            groupBy: slot(`groupBy${i}`),
            groupKey: slot(`groupKey${i}`),
            at: slot('at'),
            claimId: slot('claimId'),
          })),
        ),
      ),
    ),
    leave: db.command((q, slot) =>
      q.delete(e).where(and(eq(e.claimId, slot('claimId')), eq(e.question, slot('question')))),
    ),
  }
}

/** The strongest few of them. */
export function strongestStatements(db: Database) {
  const { strongestEvidence: s, evidenceFloors: f } = db.tables
  const among = (slot: Slot, t: typeof s | typeof f) =>
    and(
      eq(t.question, slot('question')),
      eq(t.groupBy, slot('groupBy')),
      eq(t.groupKey, slot('groupKey')),
      eq(t.position, slot('position')),
    )
  const row = (slot: Slot) => ({
    question: slot('question'),
    groupBy: slot('groupBy'),
    groupKey: slot('groupKey'),
    position: slot('position'),
    strength: slot('strength'),
    claimId: slot('claimId'),
  })
  return {
    keep: db.command((q, slot) => q.insert(s).values(row(slot)).onConflictDoNothing()),
    drop: db.command((q, slot) =>
      q
        .delete(s)
        .where(and(among(slot, s), eq(s.strength, slot('strength')), eq(s.claimId, slot('claimId')))),
    ),
    kept: db.query((q, slot) =>
      q
        .select({ strength: s.strength, claimId: s.claimId })
        .from(s)
        .where(among(slot, s))
        .orderBy(desc(s.strength), desc(s.claimId)),
    ),
    dropWeaker: db.command((q, slot) =>
      q
        .delete(s)
        .where(
          and(among(slot, s), sql`(${s.strength}, ${s.claimId}) < (${slot('strength')}, ${slot('claimId')})`),
        ),
    ),
    /** Of so many places; both databases name the columns of VALUES so. */
    floors: forEachNumber((places) =>
      db.query((q, slot) =>
        q
          .select({
            groupBy: sql<GroupBy>`${f.groupBy}`,
            groupKey: f.groupKey,
            position: f.position,
            strength: f.strength,
            claimId: f.claimId,
          })
          .from(sql`(values ${valuesOf(slot, places)}) as places`)
          // CROSS JOIN holds SQLite to one look for each.
          .crossJoin(f)
          .where(
            and(
              eq(f.question, slot('question')),
              sql`${f.groupBy} = column1`,
              sql`${f.groupKey} = column2`,
              sql`${f.position} = column3`,
            ),
          ),
      ),
    ),
    setFloor: db.command((q, slot) =>
      q
        .insert(f)
        .values(row(slot))
        .onConflictDoUpdate({
          target: [f.question, f.groupBy, f.groupKey, f.position],
          set: { strength: sql`excluded.strength`, claimId: sql`excluded.claim_id` },
        }),
    ),
    dropFloor: db.command((q, slot) => q.delete(f).where(among(slot, f))),
    seek: seeking(db),
  }
}

function valuesOf(slot: Slot, places: number): SQL {
  const rows = Array.from(
    { length: places },
    (_, i) => sql`(${slot(`groupBy${i}`)}, ${slot(`groupKey${i}`)}, ${slot(`position${i}`)})`,
  )
  return sql.join(rows, sql`, `)
}

/** The strongest of all claims of a group on a position; the strength is `strengthOf`, in SQL. */
function seeking(db: Database) {
  const { evidence: e, claimPositions: cp } = db.tables
  const strength = sql<number>`case ${cp.basis} when 'ruling' then 2 when 'people' then 1 else 0 end + ${cp.confidence} / 2`
  return db.query((q, slot) =>
    q
      .select({ strength: strength.mapWith(Number).as('strength'), claimId: e.claimId })
      .from(e)
      // CROSS JOIN holds SQLite to reading the group first.
      .crossJoin(cp)
      .where(
        and(
          eq(e.question, slot('question')),
          eq(e.groupBy, slot('groupBy')),
          eq(e.groupKey, slot('groupKey')),
          eq(cp.claimId, e.claimId),
          eq(cp.question, e.question),
          eq(cp.position, slot('position')),
        ),
      )
      .orderBy(sql`strength desc`, desc(e.claimId))
      .limit(slot('limit')),
  )
}
