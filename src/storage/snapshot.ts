// A reader of its own over the database as it stands at one moment, while everybody else goes on writing.

import SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import pg from 'pg'
import { columns as postgresColumns } from './columns.postgres.ts'
import { columns as sqliteColumns } from './columns.sqlite.ts'
import { refusalOf } from './constraints.ts'
import { type Database, type Definition, type Dialect, statements, type Values } from './database.ts'
import { preparing } from './open-postgres.ts'
import { noPeers } from './peers.ts'
import { statementsOf } from './sqlite-statement.ts'
import { defineTables } from './tables.ts'

/** Where a database is to be found again, from any thread. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  /** One in memory has no second door: a copy of it is read instead. */
  | { readonly kind: 'memory'; readonly bytes: Uint8Array }
  | { readonly kind: 'postgres'; readonly url: string }

/** Reads what was committed when it was opened, and nothing that came later; does not write. */
export type Snapshot = Database

export async function openSnapshot(source: Source): Promise<Snapshot> {
  return source.kind === 'postgres' ? postgresSnapshot(source.url) : sqliteSnapshot(source)
}

function sqliteSnapshot(source: Exclude<Source, { kind: 'postgres' }>): Snapshot {
  const place = source.kind === 'file' ? source.path : Buffer.from(source.bytes)
  const connection = new SqliteDatabase(place, { readonly: true })
  // Without a first look nothing is held still yet.
  connection.exec('BEGIN; SELECT 1 FROM sqlite_master LIMIT 1')
  const prepared = statementsOf(drizzle(connection))
  return reader(
    'sqlite',
    async (definition, values) => prepared(definition).all(values),
    async () => {
      connection.close()
    },
  )
}

async function postgresSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1')
  const prepared = preparing(client)
  return reader(
    'postgres',
    (definition, values) => prepared(definition).execute(values),
    () => client.end(),
  )
}

function reader(
  dialect: Dialect,
  read: (definition: Definition, values: Values) => Promise<unknown[]>,
  close: () => Promise<void>,
): Snapshot {
  const refuse = () => {
    throw new Error('A snapshot is only read.')
  }
  const nothing = {
    command: refuse,
    batch: refuse,
    onCommit: refuse,
    peers: noPeers(),
    replica: null,
    source: refuse,
    waiting: () => 0,
    trouble: () => null,
    abandon: async () => {},
    ping: refuse,
  }
  const { query, look } = statements({
    async read(definition, values) {
      try {
        return await read(definition, values)
      } catch (error) {
        throw refusalOf(error)
      }
    },
  })
  return {
    ...(nothing as Omit<Database, 'dialect' | 'tables' | 'query' | 'look' | 'close'>),
    dialect,
    tables: defineTables(dialect === 'sqlite' ? sqliteColumns : postgresColumns),
    query,
    look,
    close,
  }
}
