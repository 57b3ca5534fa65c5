// Migrations bring a database to the tables as they are written, and a newer database is refused.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { describe, expect, it } from 'vitest'
import { Conflict } from '../../src/errors.ts'
import { DatabaseIsNewer } from '../../src/storage/migrate.ts'
import { openDatabase } from '../../src/storage/open.ts'
import * as postgres from '../../src/storage/tables.postgres.ts'
import * as sqlite from '../../src/storage/tables.sqlite.ts'
import { eachDialect } from '../support/dialects.ts'
import { onServer } from '../support/postgres-database.ts'
import { noting } from './noting.ts'

eachDialect('migrating', ({ url, open }, dialect) => {
  it('is done once', async () => {
    const first = noting(await open())
    await (await open()).batch(first.noted('a'))
    expect(await noting(await open()).ids()).toEqual(['a'])
  })

  it('refuses a database that a newer program has migrated', async () => {
    await (await open()).ping()
    const newer = (table: string) => `INSERT INTO ${table} (hash, created_at) VALUES ('later', 9999999999999)`
    if (dialect === 'sqlite')
      new SqliteDatabase((await url()).slice('file:'.length)).exec(newer('__drizzle_migrations'))
    else await onServer(await url(), newer('drizzle.__drizzle_migrations'))
    await expect(openDatabase(await url())).rejects.toThrow(DatabaseIsNewer)
  })

  it('leaves foreign keys in force', async () => {
    const db = await open()
    const { keys } = db.tables
    const insert = db.command((q) =>
      q.insert(keys).values({ id: 'key_x', annotatorId: 'ann_nobody', hash: 'x', createdAt: 0 }),
    )
    await expect(db.batch(() => insert())).rejects.toThrow(Conflict)
  })
})

const folderOf = (dialect: string) => join(import.meta.dirname, '../../migrations', dialect)

const newestSnapshot = (dialect: string) => {
  const names = readdirSync(join(folderOf(dialect), 'meta')).filter((name) => name.endsWith('_snapshot.json'))
  return JSON.parse(readFileSync(join(folderOf(dialect), 'meta', names.sort().at(-1) ?? ''), 'utf8'))
}

describe('the migrations', () => {
  it('lead to the tables as they are written; after a change of tables.ts run `npm run migrations`', async () => {
    const onSqlite = await generateSQLiteDrizzleJson({ ...sqlite })
    const onPostgres = generateDrizzleJson({ ...postgres })
    expect(await generateSQLiteMigration(newestSnapshot('sqlite'), onSqlite)).toEqual([])
    expect(await generateMigration(newestSnapshot('postgres'), onPostgres)).toEqual([])
  })

  it.each(['sqlite', 'postgres'])(
    'are dated in the order they are applied in, or one would be skipped: %s',
    (dialect) => {
      const journal = JSON.parse(readFileSync(join(folderOf(dialect), 'meta/_journal.json'), 'utf8')) as {
        entries: { when: number }[]
      }
      const dates = journal.entries.map((entry) => entry.when)
      expect(dates).toEqual([...dates].sort((a, b) => a - b))
      expect(new Set(dates).size).toBe(dates.length)
    },
  )
})
