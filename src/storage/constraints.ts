// What a database says when a constraint is broken, as a refusal: races are settled by UNIQUE and FOREIGN KEY.

import { Conflict, Unavailable } from '../errors.ts'

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])
const FOREIGN_KEY = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'])
/** Full, read-only, locked, unreadable or unreachable: not the caller's fault, and perhaps over soon. */
const UNAVAILABLE =
  /^(SQLITE_(FULL|READONLY|BUSY|LOCKED|IOERR|CANTOPEN|CORRUPT|NOTADB)|53|57P|58|08|25006|ECONN|EPIPE|ETIMEDOUT)/

/** Drizzle wraps the driver's error; its code is on the cause. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string') return code
  }
  return undefined
}

/** The refusal behind a driver's error, or the error itself where it is none. */
export function refusalOf(error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  if (UNIQUE.has(code)) return new UniqueConflict(error)
  if (FOREIGN_KEY.has(code)) return new Conflict('What this refers to has been removed meanwhile.')
  if (UNAVAILABLE.test(code))
    return new Unavailable('The database cannot take this just now.', { cause: error })
  return error
}

/** Another writer was first. The stores that expect it look up what is there and answer with it. */
export class UniqueConflict extends Conflict {
  constructor(cause: unknown) {
    super('The same thing has been stored meanwhile.')
    this.cause = cause
  }
}
