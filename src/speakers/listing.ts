// The statements behind a page of speakers, one for each combination of filters.

import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database, Query } from '../storage/database.ts'
import type { SpeakerFilter } from './schema.ts'

export function speakerPage(
  db: Database,
  filters: Omit<SpeakerFilter, 'limit' | 'cursor'>,
): Query<{ id: string }> {
  const { speakers: s, speakerAliases: al } = db.tables
  return db.query((q, slot) => {
    const conditions: (SQL | undefined)[] = [isNull(s.mergedInto), gt(s.id, slot('after'))]
    if (filters.kind !== undefined) conditions.push(eq(s.kind, slot('kind')))
    if (filters.q !== undefined)
      conditions.push(
        sql`exists (select 1 from ${al} where ${al.speakerId} = ${s.id} and ${al.folded} like ${slot('q')} escape '\\')`,
      )
    return q
      .select({ id: s.id })
      .from(s)
      .where(and(...conditions))
      .orderBy(asc(s.id))
      .limit(slot('limit'))
  })
}
