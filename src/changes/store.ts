// Reading the ledger. It is written by storage/ledger.ts, within every write.

import { and, asc, eq, gt, lte, type SQL } from 'drizzle-orm'
import { iso } from '../http/formats.ts'
import type { Database, Query } from '../storage/database.ts'
import { ledger } from '../storage/ledger.ts'
import type { Change, ChangeFilter } from './schema.ts'

type Row = Database['tables']['changes']['$inferSelect']
type Filters = Pick<ChangeFilter, 'entity' | 'id'>

/** Changes looked through at once where a filter leaves most out: some milliseconds. */
const LOOKED_THROUGH = 2000
/** Changes given at once; one can be megabytes long. */
const GIVEN = 20

const present = ({ at, entity, ...row }: Row): Change => ({
  ...row,
  at: iso(at),
  entity: entity as Change['entity'],
})

export type ChangeStore = ReturnType<typeof changeStore>

export function changeStore(db: Database) {
  const pages = new Map<string, Query<Row>>()
  const { last } = ledger(db)

  function pageOf({ entity, id }: Filters): Query<Row> {
    const shape = `${entity !== undefined} ${id !== undefined}`
    const query = pages.get(shape) ?? changePage(db, { entity, id })
    pages.set(shape, query)
    return query
  }

  return {
    /** The number of the last change; 0 before the first. */
    last,
    /** In the order they were written, from the one after `after`. */
    async list(after: number, limit: number, filters: Filters): Promise<Change[]> {
      const values = { after, upTo: Number.MAX_SAFE_INTEGER, limit, ...filters }
      // By kind alone, any number of others may have to be passed over.
      const isInOrder = filters.entity === undefined || filters.id !== undefined
      const rows = await (isInOrder ? pageOf(filters).read(values) : pageOf(filters).readApart(values))
      return rows.map(present)
    },
    /** How far a reader at `after` can be taken in one go. */
    reach: async (after: number): Promise<number> =>
      Math.max(after, Math.min(after + LOOKED_THROUGH, await last())),
    /** What fits the filters from the one after `after`, and how far that reaches: to `upTo`, or less when it is much. */
    async stretch(
      after: number,
      upTo: number,
      filters: Filters,
    ): Promise<{ data: Change[]; reached: number }> {
      const rows = await pageOf(filters).read({ after, upTo, limit: GIVEN, ...filters })
      const reached = rows.length < GIVEN ? upTo : (rows.at(-1)?.seq ?? upTo)
      return { data: rows.map(present), reached }
    },
  }
}

function changePage(db: Database, { entity, id }: Filters): Query<Row> {
  const { changes: c } = db.tables
  return db.query((q, slot) => {
    const conditions: SQL[] = [gt(c.seq, slot('after')), lte(c.seq, slot('upTo'))]
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
