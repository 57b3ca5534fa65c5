// Reading the ledger. It is written by storage/ledger.ts, within every write.

import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { iso } from '../http/formats.ts'
import type { Database, Query } from '../storage/database.ts'
import type { Change, ChangeFilter } from './schema.ts'

type Row = Database['tables']['changes']['$inferSelect']
type Filters = Pick<ChangeFilter, 'entity' | 'id'>

const present = ({ at, entity, ...row }: Row): Change => ({
  ...row,
  at: iso(at),
  entity: entity as Change['entity'],
})

export type ChangeStore = ReturnType<typeof changeStore>

export function changeStore(db: Database) {
  const pages = new Map<string, Query<Row>>()
  return {
    /** In the order they were written, from the one after `after`. */
    async list(after: number, limit: number, { entity, id }: Filters): Promise<Change[]> {
      const shape = `${entity !== undefined} ${id !== undefined}`
      const query = pages.get(shape) ?? changePage(db, { entity, id })
      pages.set(shape, query)
      return (await query.read({ after, limit, entity, id })).map(present)
    },
  }
}

function changePage(db: Database, { entity, id }: Filters): Query<Row> {
  const { changes: c } = db.tables
  return db.query((q, slot) => {
    const conditions: SQL[] = [gt(c.seq, slot('after'))]
    if (entity !== undefined) conditions.push(eq(c.entity, slot('entity')))
    if (id !== undefined) conditions.push(eq(c.entityId, slot('id')))
    return q
      .select()
      .from(c)
      .where(and(...conditions))
      .orderBy(asc(c.seq))
      .limit(slot('limit'))
  })
}
