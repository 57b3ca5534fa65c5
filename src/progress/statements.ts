// The prepared statements behind progress.

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

const counted = sql<number>`count(*)`.mapWith(Number)

export function progressStatements(db: Database) {
  const { annotators: a, claims: c, claimPositions: cp, standings: st, tags: t } = db.tables
  const kind = { basis: cp.basis, version: cp.version, people: cp.people, confidence: cp.confidence }
  const alike = [cp.basis, cp.version, cp.people, cp.confidence] as const
  return {
    /** Read from the index on people's versions alone. */
    kinds: db.query((q, slot) =>
      q
        .select({ ...kind, n: counted })
        .from(cp)
        .where(and(eq(cp.question, slot('question')), sql`${cp.version} is not null`))
        .groupBy(...alike),
    ),
    rejectedKinds: db.query((q, slot) =>
      q
        .select({ ...kind, n: counted })
        .from(c)
        .crossJoin(cp)
        .where(
          and(
            sql`${c.status} = 'rejected'`,
            eq(cp.claimId, c.id),
            eq(cp.question, slot('question')),
            sql`${cp.version} is not null`,
          ),
        )
        .groupBy(...alike),
    ),
    /** Each claim has one publisher or none, so these counts name it once. */
    byMachine: db.query((q, slot) =>
      q
        .select({ n: sql<number>`coalesce(sum(${st.claims}), 0)`.mapWith(Number) })
        .from(st)
        .where(
          and(
            eq(st.question, slot('question')),
            sql`${st.groupBy} = 'publisher'`,
            sql`${st.basis} = 'machine'`,
          ),
        ),
    ),
    people: db.query((q) =>
      q
        .select({ id: a.id, name: a.name, role: a.role, status: a.status })
        .from(a)
        .where(eq(a.kind, 'person'))
        .orderBy(asc(a.id)),
    ),
    tags: db.query((q, slot) =>
      q
        .select({
          id: t.id,
          at: t.createdAt,
          questionVersion: t.questionVersion,
          position: t.position,
          standing: sql<string>`${cp.position}`.as('standing'),
          status: c.status,
          ...kind,
        })
        .from(t)
        // CROSS JOIN holds SQLite to reading the annotator's tags first.
        .crossJoin(cp)
        .crossJoin(c)
        .where(
          and(
            eq(t.question, slot('question')),
            eq(t.annotatorId, slot('annotator')),
            sql`${t.current} = 1 and ${t.kind} = 'person'`,
            gt(t.id, slot('after')),
            eq(cp.claimId, t.claimId),
            eq(cp.question, t.question),
            eq(c.id, t.claimId),
          ),
        )
        .orderBy(asc(t.id))
        .limit(slot('limit')),
    ),
  }
}
