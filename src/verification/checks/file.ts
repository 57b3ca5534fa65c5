// The SQLite file is whole, and nothing in it refers to what is not there. PostgreSQL holds itself to that.

import { type SQL, sql } from 'drizzle-orm'
import { comparison } from '../comparison.ts'

export const file = comparison({
  name: 'file',
  holds: 'every page of the file is whole, and so is every index',
  derived: false,
  differing: ({ dialect }) =>
    dialect === 'sqlite'
      ? sql`select 'the file' as place, integrity_check as found, 'ok' as expected from pragma_integrity_check where integrity_check <> 'ok'`
      : null,
})

/** References that no foreign key holds, since they may also be empty. */
const dangling = (what: string, table: string, id: string, column: string, to: string): SQL =>
  sql.raw(
    `select ${id} as place, ${column} as found, '${what}' as expected from ${table} where ${column} is not null and not exists (select 1 from ${to})`,
  )

export const references = comparison({
  name: 'references',
  holds: 'whatever is referred to is there',
  derived: false,
  differing: ({ dialect }) => {
    const others = sql`${dangling('an enclosing claim that is there', 'claims', 'id', 'parent_id', 'claims whole where whole.id = claims.parent_id')} union all ${dangling('a version of the question', 'tags', 'id', 'cast(question_version as text)', 'question_versions v where v.slug = tags.question and v.version = tags.question_version')} union all ${dangling('a version of the question', 'rulings', 'id', 'cast(question_version as text)', 'question_versions v where v.slug = rulings.question and v.version = rulings.question_version')}`
    return dialect === 'sqlite'
      ? sql`select "table" || ', row ' || coalesce(cast(rowid as text), '?') as place, 'refers to nothing' as found, 'a row of ' || "parent" as expected from pragma_foreign_key_check union all ${others}`
      : others
  },
})
