// When the database itself cannot: full, read-only, locked, damaged, too slow or away. Nobody's fault who asks, and perhaps over soon.

import { DrizzleQueryError } from 'drizzle-orm'
import { Unavailable } from '../errors.ts'

interface Trouble {
  /** For programs: `reason` in the problem document. */
  readonly reason: 'disk-full' | 'read-only' | 'locked' | 'damaged' | 'too-long' | 'away'
  readonly codes: RegExp
  readonly detail: string
  /** Seconds; null where waiting helps nobody. */
  readonly retryAfter: number | null
}

const TROUBLES: readonly Trouble[] = [
  {
    reason: 'disk-full',
    codes: /^(SQLITE_FULL|53100|ENOSPC)/,
    detail: 'The disk of the database is full: what is there can be read, and nothing more be stored.',
    retryAfter: 30,
  },
  {
    reason: 'read-only',
    codes: /^(SQLITE_READONLY|25006|EROFS)/,
    detail: 'The database may only be read: what is there can be asked for, and nothing be stored.',
    retryAfter: 30,
  },
  {
    reason: 'locked',
    codes: /^(SQLITE_(BUSY|LOCKED)|55P03)/,
    detail: 'Somebody else is writing to the database and holds it locked.',
    retryAfter: 1,
  },
  {
    reason: 'damaged',
    codes: /^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/,
    detail:
      'The database is damaged where this had to be read: averment check says how far, and a backup helps.',
    retryAfter: null,
  },
  {
    reason: 'too-long',
    codes: /^57014/,
    detail: 'This takes the database longer than DATABASE_READ_TIMEOUT lets it: ask for less at once.',
    retryAfter: null,
  },
  {
    reason: 'away',
    codes:
      /^(SQLITE_(IOERR|CANTOPEN)|25P03|53|57P|58|08|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET)/,
    detail: 'The database does not answer.',
    retryAfter: 2,
  },
]

/** Of a PostgreSQL that is there, and does not have, or does not let this user at, what the service lives in. */
const SHUT: Trouble = {
  reason: 'away',
  codes: /^(3D000|3F000|28|42501|42P01)/,
  detail:
    'The database is there, but not what the service keeps in it, or not for the user that the service comes as.',
  retryAfter: 30,
}

/** What node-postgres says, without a code, of a server that has gone. */
const GONE =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection)/

/** Null where it is no trouble of the database's. */
export function troubleIn(error: unknown, code: string | undefined): Unavailable | null {
  const trouble = [...TROUBLES, SHUT].find(({ reason, codes }) =>
    code === undefined ? reason === 'away' && isGone(error) : codes.test(code),
  )
  if (!trouble) return null
  const { reason, detail, retryAfter } = trouble
  return new Unavailable(detail, { state: { reason }, retryAfter, cause: withoutValues(error) })
}

/** Drizzle's error has the statement with all its values in its message; the driver's own, behind it, says what happened. */
function withoutValues(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? new Error('A statement failed.')) : error
}

/** Damage does not pass: once it was met, whoever asks how the database is hears of it until the service is started anew. */
export function damageMet() {
  let met: Unavailable | null = null
  return {
    note<T>(refusal: T): T {
      if (refusal instanceof Unavailable && refusal.state.reason === 'damaged') met ??= refusal
      return refusal
    },
    /** Throws what was met. */
    tell(): void {
      if (met) throw met
    },
  }
}

function isGone(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (GONE.test(at.message)) return true
  return false
}

/** The connection broke between the order to commit and the answer to it. */
export const unknownOutcome = (cause: unknown): Unavailable =>
  new Unavailable(
    'The database went away while it was storing this, and whether it is stored is not known: look, or send it again with the same Idempotency-Key.',
    { state: { reason: 'away' }, retryAfter: 2, cause },
  )
