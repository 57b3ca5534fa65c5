// The same store tests on SQLite and on PostgreSQL, each test on a fresh database. Only for files of the project
// "databases" (see vitest.config.ts), for which a PostgreSQL is started.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, inject } from 'vitest'
import type { Database, Dialect } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'

export interface Fresh {
  /** The same at every call within a test: opened twice, it is one database seen by two processes. */
  readonly url: () => Promise<string>
  /** Opens it; closed after the test. */
  readonly open: () => Promise<Database>
}

export function eachDialect(name: string, tests: (fresh: Fresh, dialect: Dialect) => void): void {
  describe.each<Dialect>(['sqlite', 'postgres'])(`${name} on %s`, (dialect) => {
    let place: Promise<Place> | null = null
    let opened: Database[] = []
    const url = async () => {
      place ??= dialect === 'sqlite' ? sqliteFile() : postgresDatabase()
      return (await place).url
    }
    const open = async () => {
      const db = await openDatabase(await url())
      opened.push(db)
      return db
    }
    afterEach(async () => {
      for (const db of opened) await db.close()
      await (await place)?.remove()
      place = null
      opened = []
    })
    tests({ url, open }, dialect)
  })
}

interface Place {
  readonly url: string
  readonly remove: () => Promise<void>
}

async function sqliteFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  return { url: `file:${join(folder, 'test.db')}`, remove: async () => rmSync(folder, { recursive: true }) }
}

async function postgresDatabase(): Promise<Place> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(`${server}/postgres`, `CREATE DATABASE ${name} TEMPLATE template0`)
  return {
    url: `${server}/${name}`,
    remove: () => onServer(`${server}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** Runs a statement on a PostgreSQL database, past the service. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
