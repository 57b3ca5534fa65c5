// The smallest room there could be, for tests of what all rooms rely on: it stores names, and can be made to fail.

import { asc } from 'drizzle-orm'
import type { Database, Operation } from '../../src/storage/database.ts'
import { ledger as openLedger } from '../../src/storage/ledger.ts'

export function noting(db: Database) {
  const { annotators, changes } = db.tables
  const ledger = openLedger(db)
  const act = { by: 'ann_test', at: 1 }
  const insert = db.command((q, slot) =>
    q.insert(annotators).values({
      id: slot('id'),
      name: slot('id'),
      kind: 'person',
      role: 'reader',
      status: 'active',
      createdAt: 0,
      revision: 1,
    }),
  )
  const all = db.query((q) => q.select({ id: annotators.id }).from(annotators).orderBy(asc(annotators.id)))
  const entries = db.query((q) => q.select().from(changes).orderBy(asc(changes.seq)))

  return {
    /** An operation that writes a row and its ledger entry, and then does what it is told. */
    noted: (id: string, then?: () => void) =>
      function* (): Operation<string> {
        yield* insert({ id })
        yield* ledger.append(act, { entity: 'annotator', id, action: 'create', after: { id } })
        then?.()
        return id
      },
    count: function* (): Operation<number> {
      return (yield* all()).length
    },
    ids: async () => (await all.read()).map((row) => row.id),
    ledger: () => entries.read(),
  }
}
