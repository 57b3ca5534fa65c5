// The thread that restores long pasts, reading the ledger by itself.

import { openSqlite } from '../storage/open-sqlite.ts'
import { openSnapshot, type Source } from '../storage/snapshot.ts'
import { restore, type Stretch } from './restore.ts'

export interface Task extends Stretch {
  readonly ledger: Source
  /** The file to write: empty, or a copy of the moment `after`. */
  readonly path: string
}

export default async function work({ ledger, path, ...stretch }: Task): Promise<void> {
  const from = await openSnapshot(ledger)
  try {
    const into = openSqlite(path, 'scratch')
    try {
      await restore(from, into, stretch)
    } finally {
      await into.close()
    }
  } finally {
    await from.close()
  }
}
