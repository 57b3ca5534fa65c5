// Where a moment is restored: of a short ledger here and now, in memory; of a long one on a thread of its own and into a
// file, so that nobody waits for it and memory stays what it was.

import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Piscina } from 'piscina'
import { Unavailable } from '../errors.ts'
import type { Database } from '../storage/database.ts'
import { openSqlite } from '../storage/open-sqlite.ts'
import { threads } from '../threads.ts'
import { restore } from './restore.ts'
import type { Task } from './worker.ts'

/** Of more changes than these the replay takes long enough for other requests to notice. */
const LONG = 1000
/** Changes replayed in one turn where others wait, some ten milliseconds; and where nobody does. */
const AT_ONCE_HERE = 50
const AT_ONCE_THERE = 5000

/** A database as it stood, and what to do when nobody asks it any more. */
export interface Restored {
  readonly seq: number
  readonly db: Database
  /** Where it can be copied from; null in memory. */
  readonly path: string | null
  close(): Promise<void>
}

export interface Restoring {
  /** The moment after the change `seq`, from an earlier one where there is one. Throws Unavailable when it fails. */
  restore(seq: number, earlier: Restored | null): Promise<Restored>
  close(): Promise<void>
}

export function restoring(live: Database, long = LONG): Restoring {
  let pool: Piscina | null = null
  let folder: Promise<string> | null = null
  let made = 0
  let closed = false

  async function here(seq: number): Promise<Restored> {
    const db = openSqlite(':memory:')
    await restore(live, db, { after: 0, upTo: seq, atOnce: AT_ONCE_HERE })
    return { seq, db, path: null, close: db.close }
  }

  async function there(seq: number, earlier: Restored | null): Promise<Restored> {
    pool ??= threads('./worker', import.meta.url, { most: 1, idle: 10_000 })
    folder ??= mkdtemp(join(tmpdir(), 'averment-past-'))
    const path = join(await folder, `${++made}.db`)
    if (closed) throw new Unavailable('The service is closing.')
    const after = earlier?.path ? earlier.seq : 0
    const task: Task = { ledger: live.source(), path, after, upTo: seq, atOnce: AT_ONCE_THERE }
    try {
      if (earlier?.path) await copyFile(earlier.path, path)
      await pool.run(task)
    } catch (cause) {
      await rm(path, { force: true })
      throw new Unavailable('The past could not be restored just now.', { cause })
    }
    const db = openSqlite(path, 'scratch')
    return {
      seq,
      db,
      path,
      async close() {
        await db.close()
        await rm(path, { force: true })
      },
    }
  }

  return {
    restore: (seq, earlier) => (seq <= long ? here(seq) : there(seq, earlier)),
    async close() {
      closed = true
      await pool?.destroy()
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}
