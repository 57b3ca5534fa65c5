// Every article and claim is in the full-text index, and nothing else is. PostgreSQL's index keeps itself.

import { type SQL, sql } from 'drizzle-orm'
import { comparison } from '../comparison.ts'

/** SQLite's index keeps a row for each row it has taken in, under the number of that row. */
const bothWays = (table: 'articles' | 'claims'): SQL =>
  sql.raw(
    `select id as place, 'not in the index' as found, 'found by its words' as expected from ${table} where number not in (select id from ${table}_search_docsize) union all select '${table} number ' || id, 'in the index', 'gone' from ${table}_search_docsize where id not in (select number from ${table})`,
  )

export const searchable = comparison({
  name: 'search',
  holds: 'every article and claim is found by its words, and nothing that is gone',
  derived: true,
  differing: (db) =>
    db.dialect === 'sqlite' ? sql`${bothWays('articles')} union all ${bothWays('claims')}` : null,
})
