// Checks that are a question to the database itself: a relation of what differs, which must be empty.

import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import { type Check, type Found, MOST_EXAMPLES } from './check.ts'

/** `differing` gives rows of (place, found, expected); null where this kind of database has nothing to check. */
export function comparison(
  check: Omit<Check, 'find'> & { readonly differing: (db: Database) => SQL | null },
): Check {
  const { differing, ...rest } = check
  return {
    ...rest,
    async find(db): Promise<Found> {
      const relation = differing(db)
      if (relation === null) return { count: 0, examples: [] }
      const rows = await db
        .query((q) =>
          q
            .select({
              at: sql<string>`place`.as('at'),
              found: sql<string | null>`found`.as('found'),
              expected: sql<string | null>`expected`.as('expected'),
              total: sql<number>`count(*) over ()`.mapWith(Number).as('total'),
            })
            .from(sql`(${relation}) as differing`)
            .limit(MOST_EXAMPLES),
        )
        .read()
      const examples = rows.map(({ at, found, expected }) => ({
        at: String(at),
        found: String(found ?? 'nothing'),
        expected: String(expected ?? 'nothing'),
      }))
      return { count: rows[0]?.total ?? 0, examples }
    },
  }
}
