// The thread that restores long pasts, reading the ledger by itself.

import { openSqlite } from '../storage/open-sqlite.ts'
import { openSnapshot, type Source } from '../storage/snapshot.ts'
import { restore, type Stretch } from './restore.ts'

export interface Task extends Stretch {
  readonly ledger: Source
  /** The file to write: empty, or a copy of the moment `after`. */
  readonly path: string
}

/** That there is no room for the file is a value: an error comes from a thread without its code. */
export type Ending = 'restored' | 'full'

export default async function work({ ledger, path, ...stretch }: Task): Promise<Ending> {
  const from = await openSnapshot(ledger)
  try {
    const into = openSqlite(path, 'scratch')
    try {
      await restore(from, into, stretch)
    } finally {
      await into.close()
    }
    return 'restored'
  } catch (error) {
    if (isFull(error)) return 'full'
    throw error
  } finally {
    await from.close()
  }
}

/** What is written is the file alone. */
function isFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ((at as { code?: unknown }).code === 'SQLITE_FULL') return true
  return false
}
