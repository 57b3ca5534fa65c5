// Whether a SQLite file is still where it was opened. SQLite itself goes on in one that was taken away or replaced, and what
// it is given then is lost with it; what stands in its log would be read into the file that has its name now.

import { rmSync, statSync } from 'node:fs'
import { Unavailable } from '../errors.ts'

export interface Place {
  /** Throws Unavailable where another file, or none, has its name. */
  check(): void
  /** To be called when it is closed: then nothing of it is left beside a file that is not it. */
  leave(): void
}

/** Of a file that is open, and so has its log beside it. */
export function placeOf(path: string): Place {
  const besides = ['-wal', '-shm'].map((ending) => `${path}${ending}`)
  const opened = identityOf(path)
  const withIt = besides.map(identityOf)
  const isThere = () => identityOf(path) === opened
  return {
    check() {
      if (isThere()) return
      const detail =
        'The file of the database was taken away or replaced while the service runs: nothing is stored in it. Put it back, or start the service anew with what is there now.'
      throw new Unavailable(detail, { state: { reason: 'away' }, retryAfter: null })
    },
    leave() {
      if (isThere()) return
      for (const [i, file] of besides.entries())
        if (identityOf(file) === withIt[i]) rmSync(file, { force: true })
    },
  }
}

/** The same for one file under all its names; null where there is none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev} ${found.ino}` : null
}
