// What a database says when a constraint is broken, as a refusal: races are settled by UNIQUE and FOREIGN KEY.

import { Conflict } from '../errors.ts'
import { troubleIn } from './trouble.ts'

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])
const FOREIGN_KEY = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'])

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
  if (code !== undefined && UNIQUE.has(code)) return new UniqueConflict(error)
  if (code !== undefined && FOREIGN_KEY.has(code))
    return new Conflict('What this refers to has been removed meanwhile.')
  return troubleIn(error, code) ?? error
}

/** Another writer was first. The stores that expect it look up what is there and answer with it. */
export class UniqueConflict extends Conflict {
  constructor(cause: unknown) {
    super('The same thing has been stored meanwhile.')
    this.cause = cause
  }
}
