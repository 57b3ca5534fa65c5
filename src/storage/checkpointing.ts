// Moves SQLite's log into its file on a thread, and has it on the disk there as well: tens of megabytes at once would keep
// everybody waiting.

import { fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Piscina } from 'piscina'
import { threads } from '../threads.ts'

/** Rows written until it is worth while; a tag writes a dozen, and changes eight pages. */
const MANY = 8_000

/** What was written during the first turn is moved in the second, and little is left to the writer. */
const TURNS = 2

const flushed = promisify(fdatasync)

export interface Checkpointing {
  /** After each commit, so many rows. */
  wrote(rows: number): void
  close(): Promise<void>
}

/**
 * `finish` moves the little that was written meanwhile, on the writer's own connection: only when all of the log is in the
 * file is it begun anew.
 */
export function checkpointing(path: string, finish: () => void): Checkpointing {
  // Started when first needed: a newsroom that writes a little now and then never needs it.
  let pool: Piscina | null = null
  let running: Promise<void> | null = null
  let rowsSince = 0
  /**
   * The file itself, since SQLite has it flushed only by whoever moves the last page, and that is the writer. Never closed:
   * POSIX would take away with it the locks of every connection that this process has to the file.
   */
  let file: number | null = null

  async function run(): Promise<void> {
    pool ??= threads('./checkpoint-worker', import.meta.url, { most: 1, idle: 60_000, urgent: true })
    try {
      file ??= openSync(path, 'r+')
      for (let turn = 0; turn < TURNS; turn++) {
        await pool.run(path)
        await flushed(file)
      }
      finish()
    } catch {
      // It is tried again after as many rows; and once the log is twice as long as usual, the writer moves it itself.
    }
  }

  return {
    wrote(rows) {
      rowsSince += rows
      if (rowsSince < MANY || running) return
      rowsSince = 0
      running = run().finally(() => {
        running = null
      })
    },
    async close() {
      await running
      await pool?.destroy()
    },
  }
}
