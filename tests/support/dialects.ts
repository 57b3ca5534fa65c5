// The same store tests on SQLite and on PostgreSQL, each test on a fresh database. Only for files of the project
// "databases" (see vitest.config.ts), for which a PostgreSQL is started.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe } from 'vitest'
import type { Database, Dialect } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { type Place, postgresDatabase } from './postgres-database.ts'

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

async function sqliteFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  return { url: `file:${join(folder, 'test.db')}`, remove: async () => rmSync(folder, { recursive: true }) }
}
