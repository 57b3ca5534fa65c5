// A newsroom's SQLite file, and the very connection it writes with.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Newsroom } from './newsroom.ts'

/** Where there is none yet; taken away after the test. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'press.db')
}

/** The service's own connection, to which alone the limits of this test apply. */
export function connectionOf({ db }: Pick<Newsroom, 'db'>): SqliteDatabase.Database {
  let connection: SqliteDatabase.Database | undefined
  db.query((q) => {
    connection = (q as unknown as { $client: SqliteDatabase.Database }).$client
    return q.select().from(db.tables.questions)
  })
    .read()
    .catch(() => {})
  if (!connection) throw new Error('The statement is built as soon as it is read.')
  return connection
}
