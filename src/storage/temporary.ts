// Folders for what need not last, in the system's temporary folder: named after the process, so that what one that was
// killed has left is known, and taken away at the next start.

import { lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Unavailable } from '../errors.ts'

/** `past`: moments of the ledger. `files`: a form that is being read. */
type Purpose = 'past' | 'files'

/** Which process: its number, and when it began, since in a container every one that is started may have the same. */
const MINE = { pid: process.pid, began: Math.floor(performance.timeOrigin).toString(36) }

/** Throws Unavailable where there is no folder for it, or none that may be written. */
export async function temporaryFolder(purpose: Purpose): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), `averment-${purpose}-${MINE.pid}.${MINE.began}-`))
  } catch (error) {
    throw temporaryTrouble(error) ?? error
  }
}

interface Trouble {
  readonly codes: RegExp
  readonly reason?: 'disk-full' | 'read-only'
  readonly detail: string
}

const TROUBLES: readonly Trouble[] = [
  { codes: /^(ENOSPC|EDQUOT)$/, reason: 'disk-full', detail: 'The temporary folder of the service is full' },
  {
    codes: /^(EROFS|EACCES|EPERM)$/,
    reason: 'read-only',
    detail: 'The service may not write to its temporary folder',
  },
  { codes: /^(ENOENT|ENOTDIR)$/, detail: 'The temporary folder of the service is not there' },
]

/** Seconds. */
const RETRY_AFTER = 30

/** Of what the system says of files in there: where the folder is at fault, a refusal that says so, and not where it is. */
export function temporaryTrouble(error: unknown): Unavailable | null {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  const trouble = TROUBLES.find(({ codes }) => codes.test(code))
  if (!trouble) return null
  const { reason, detail } = trouble
  return new Unavailable(`${detail}: whatever needs no such folder goes on.`, {
    state: reason === undefined ? {} : { reason },
    retryAfter: RETRY_AFTER,
    cause: error,
  })
}

/** More than what is left where nothing more could be written. */
const PROBE = Buffer.alloc(262_144)

/** Whether the folder can be written to: for failures that do not say. What failed must be there still. Null where it can. */
export async function temporaryTroubleIn(folder: string): Promise<Unavailable | null> {
  const probe = join(folder, 'probe')
  try {
    await writeFile(probe, PROBE)
    return null
  } catch (error) {
    return temporaryTrouble(error)
  } finally {
    await rm(probe, { force: true })
  }
}

/** Takes away the folders of processes that are no more, where they are this user's. What cannot be removed is left. */
export async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  for (const name of names.filter(isAbandoned)) {
    const path = join(tmpdir(), name)
    await lstat(path)
      .then(async ({ uid }) => {
        // Windows knows no such numbers, and gives each user a folder.
        if (uid === (process.getuid?.() ?? uid)) await rm(path, { recursive: true, force: true })
      })
      .catch(() => {})
  }
}

function isAbandoned(name: string): boolean {
  const [, pid, began] = /^averment-(?:past|files)-(\d{1,9})\.([\da-z]+)-\w{6}$/.exec(name) ?? []
  if (pid === undefined) return false
  return Number(pid) === MINE.pid ? began !== MINE.began : !isAlive(Number(pid))
}

/** Whoever's it is. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
