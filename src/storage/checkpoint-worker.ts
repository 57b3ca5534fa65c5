// The thread that moves SQLite's log into its file while others read and write.

import SqliteDatabase from 'better-sqlite3'

/** So few pages of the log are left to the writer. */
const FEW = 100
/** Each turn moves what was written during the one before, which is less each time. */
const TURNS = 6

export default (path: string): void => {
  const connection = new SqliteDatabase(path, { fileMustExist: true })
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = connection.pragma(
        'wal_checkpoint(PASSIVE)',
      ) as { log: number; checkpointed: number }[]
      if (log - checkpointed < FEW) return
    }
  } finally {
    connection.close()
  }
}
