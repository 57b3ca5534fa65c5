// A database filled by plain inserts and without its indexes, which are built in the end: a million claims take minutes
// so, and hours through the stores.

import SqliteDatabase from 'better-sqlite3'
import type { Act, Entity } from '../../storage/ledger.ts'

/** By the names of the columns, as the tables have them in TypeScript. */
type Row = Readonly<Record<string, unknown>>

export interface Bulk {
  readonly connection: SqliteDatabase.Database
  insert(table: string, row: Row): void
  /** The row with its entry in the ledger. */
  create(table: string, entity: Entity, row: { readonly id: string }, act: Act, after?: unknown): void
  /** Builds the indexes, and writes all of it to the file. */
  close(): void
}

/** Kilobytes of cache while filling. */
const CACHE = 262_144
/** Bytes of words that full-text search gathers before it writes them; the second is what it begins with. */
const [GATHERED, AS_EVER] = [67_108_864, 1_048_576]

/** Of a migrated database that nothing else has open. A crash leaves a broken file. */
export function bulk(path: string): Bulk {
  const db = new SqliteDatabase(path)
  // Without it the driver keeps SQLite from writing with no journal at all.
  db.unsafeMode()
  for (const setting of ['foreign_keys = OFF', 'journal_mode = OFF', 'synchronous = OFF']) db.pragma(setting)
  db.pragma(`cache_size = -${CACHE}`)
  const indexes = db
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`drop index "${name}"`)
  db.exec('begin')
  const statements = new Map<string, SqliteDatabase.Statement>()
  const statementFor = (table: string, row: Row) => {
    const columns = Object.keys(row).map(columnOf)
    return db.prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`)
  }
  const insert = (table: string, row: Row) => {
    const statement = statements.get(table) ?? statementFor(table, row)
    statements.set(table, statement)
    statement.run(Object.values(row).map(stored))
  }
  let { seq } = db.prepare('select max(seq) as seq from changes').get() as { seq: number }
  return {
    connection: db,
    insert,
    create(table, entity, row, act, after = row) {
      insert(table, row)
      const change = { seq: ++seq, at: act.at, annotatorId: act.by, entity, entityId: row.id }
      insert('changes', { ...change, action: 'create', after: JSON.stringify(after) })
    },
    close() {
      db.exec('commit')
      for (const { sql } of indexes) db.exec(sql)
      index(db)
      // As much as the service itself finds out at each start.
      db.exec('pragma analysis_limit = 1000; analyze')
      db.pragma('journal_mode = WAL')
      db.close()
    },
  }
}

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const stored = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

/** Enters every article and claim into full-text search. */
function index(db: SqliteDatabase.Database): void {
  for (const table of ['articles_search', 'claims_search'])
    db.exec(`insert into ${table}(${table}, rank) values ('hashsize', ${GATHERED})`)
  db.exec(
    'insert into articles_search(rowid, title, text) select number, title, text from articles; insert into claims_search(rowid, quote) select number, quote from claims',
  )
  for (const table of ['articles_search', 'claims_search'])
    db.exec(`insert into ${table}(${table}, rank) values ('hashsize', ${AS_EVER})`)
}
