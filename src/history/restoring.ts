// Where a moment is restored: of a short ledger here and now, in memory; of a long one on a thread of its own and into a
// file, so that nobody waits for it and memory stays what it was.

import { existsSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Piscina } from 'piscina'
import { Unavailable } from '../errors.ts'
import type { Database } from '../storage/database.ts'
import { openSqlite } from '../storage/open-sqlite.ts'
import { temporaryFolder, temporaryTrouble, temporaryTroubleIn } from '../storage/temporary.ts'
import { threads } from '../threads.ts'
import { restore } from './restore.ts'
import type { Ending, Task } from './worker.ts'

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
  /** One for each moment: whoever tidies up in the temporary folder does not spoil the next. */
  const folders = new Set<string>()
  let closed = false

  async function here(seq: number): Promise<Restored> {
    const db = openSqlite(':memory:')
    await restore(live, db, { after: 0, upTo: seq, atOnce: AT_ONCE_HERE })
    return { seq, db, path: null, close: db.close }
  }

  async function there(seq: number, earlier: Restored | null): Promise<Restored> {
    pool ??= threads('./worker', import.meta.url, { most: 1, idle: 10_000 })
    const folder = await temporaryFolder('past')
    folders.add(folder)
    const discard = async () => {
      await rm(folder, { recursive: true, force: true })
      folders.delete(folder)
    }
    try {
      if (closed) throw new Error('It was closed meanwhile.')
      const path = join(folder, `${seq}.db`)
      const from = earlier?.path && existsSync(earlier.path) ? earlier : null
      if (from?.path) await copyFile(from.path, path)
      const after = from?.seq ?? 0
      const task: Task = { ledger: live.source(), path, after, upTo: seq, atOnce: AT_ONCE_THERE }
      const ending: Ending = await pool.run(task)
      if (ending === 'full')
        throw Object.assign(new Error('There is no room to restore it.'), { code: 'ENOSPC' })
      const db = openSqlite(path, 'scratch')
      const close = () => db.close().then(discard)
      return { seq, db, path, close }
    } catch (error) {
      const refusal = closed ? new Unavailable('The service is closing.') : await refusalOf(error, folder)
      await discard()
      throw refusal
    }
  }

  return {
    restore: (seq, earlier) => (seq <= long ? here(seq) : there(seq, earlier)),
    async close() {
      closed = true
      await pool?.destroy()
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An error that comes from a thread has no code any more: whether the folder is why, the folder tells. */
async function refusalOf(error: unknown, folder: string): Promise<Unavailable> {
  const trouble = temporaryTrouble(error) ?? (await temporaryTroubleIn(folder))
  return trouble ?? new Unavailable('The past could not be restored just now.', { cause: error })
}
