// What is written under load gets from SQLite's log into its file while others go on writing.

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '../../src/storage/open-sqlite.ts'
import { until } from '../support/newsroom.ts'
import { noting } from './noting.ts'

/** Two rows each: more than the log is left alone for, and far fewer than the writer itself would move. */
const WRITES = 4_200

it('moves the log into the file on a thread, and the log is begun anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'averment-checkpointing-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'a.db')
  const db = openSqlite(path)
  const room = noting(db)
  const before = statSync(path).size
  let n = 0
  const write = (many: number) =>
    Promise.all(Array.from({ length: many }, () => db.batch(room.noted(`ann_${++n}`))))

  await write(WRITES)
  await until(async () => {
    await write(1)
    return statSync(path).size > before
  })
  const length = () => statSync(`${path}-wal`).size
  await until(async () => {
    const before = length()
    await write(100)
    return length() === before
  })
  expect(await room.ids()).toHaveLength(n)
  await db.close()
})
