// A database as an earlier version left it: its tables, and rows put in by hand.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import type { Dialect } from '../../src/storage/database.ts'

export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

export interface Older {
  run(statement: string): Promise<void>
  /** In the order of the statement. */
  rows(statement: string): Promise<Row[]>
  /** What is not given and must not be null is an empty text or zero. */
  insert(table: string, row: Row): Promise<void>
  close(): Promise<void>
}

interface TableInfo {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly dflt_value: unknown
  readonly pk: number
}

interface Column {
  readonly name: string
  readonly type: string
  readonly required: boolean
}

/** Migrated up to and including that migration, and no further. */
export async function olderDatabase(url: string, dialect: Dialect, last: string): Promise<Older> {
  const older = dialect === 'sqlite' ? onSqlite(url) : await onPostgres(url)
  const noted = dialect === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'
  const id = dialect === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'SERIAL PRIMARY KEY'
  if (dialect === 'postgres') await older.run('CREATE SCHEMA drizzle')
  await older.run(`CREATE TABLE ${noted} (id ${id}, hash text NOT NULL, created_at bigint)`)
  const folder = join(import.meta.dirname, '../../migrations', dialect)
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))
  for (const { tag, when } of journal.entries as { tag: string; when: number }[]) {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8')
    for (const statement of text.split('--> statement-breakpoint')) await older.run(statement)
    const hash = createHash('sha256').update(text).digest('hex')
    await older.run(`INSERT INTO ${noted} (hash, created_at) VALUES ('${hash}', ${when})`)
    if (tag === last) break
  }
  return older
}

function onSqlite(url: string): Older {
  const file = new SqliteDatabase(url.slice('file:'.length))
  return {
    run: async (statement) => void file.exec(statement),
    rows: async (statement) => file.prepare<[], Row>(statement).all(),
    async insert(table, row) {
      const columns = file.pragma(`table_info(${table})`) as TableInfo[]
      const whole = filled(
        columns.map(({ name, type, notnull, dflt_value, pk }) => ({
          ...{ name, type },
          required: notnull === 1 && dflt_value === null && !(pk === 1 && type.toLowerCase() === 'integer'),
        })),
        row,
      )
      const names = Object.keys(whole)
      const slots = names.map(() => '?').join()
      file.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${slots})`).run(...Object.values(whole))
    },
    close: async () => void file.close(),
  }
}

async function onPostgres(url: string): Promise<Older> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    run: async (statement) => void (await client.query(statement)),
    rows: async (statement) => (await client.query<Row>(statement)).rows,
    async insert(table, row) {
      const { rows } = await client.query<{ name: string; type: string; required: boolean }>(
        `select column_name as name, data_type as type, is_nullable = 'NO' and column_default is null as required from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      )
      const whole = filled(rows, row)
      const names = Object.keys(whole)
      const slots = names.map((_, i) => `$${i + 1}`).join()
      await client.query(`INSERT INTO ${table} (${names.join()}) VALUES (${slots})`, Object.values(whole))
    },
    close: () => client.end(),
  }
}

function filled(columns: readonly Column[], given: Row): Row {
  const missing = columns.filter(({ name, required }) => required && !(name in given))
  const empty = ({ type }: Column) => (/json/i.test(type) ? '[]' : /text|char/i.test(type) ? '' : 0)
  return { ...Object.fromEntries(missing.map((column) => [column.name, empty(column)])), ...given }
}
