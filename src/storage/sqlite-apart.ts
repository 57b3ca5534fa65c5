// Statements that may go through much of a large file, read on threads with connections of their own, so that everybody
// else is answered meanwhile.

import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import { Unavailable } from '../errors.ts'
import { threads } from '../threads.ts'
import type { Values } from './database.ts'
import type { SqliteStatement } from './sqlite-statement.ts'

/** A core is left to whoever is answered here; and each thread has a cache of its own. */
const MOST = Math.max(1, Math.min(4, availableParallelism() - 1))
/** Statements waiting for a thread before further ones are refused. */
const MOST_WAITING = 200

/** A thread is there again in a tenth of a second; without work for this long, in milliseconds, it gives back its memory. */
const IDLE = 5_000

/** What a thread is asked: a statement, and what stands at its question marks. */
export interface Asked {
  readonly path: string
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Rows as lists of cells; or what SQLite said, in parts, since an error crosses without its code. */
export type Answered =
  | { readonly rows: readonly unknown[][] }
  | { readonly failed: { readonly message: string; readonly code: string | undefined } }

export interface Apart {
  /** The same as `statement.all(values)` gives, of what is committed by now. Throws what SQLite throws, and Unavailable. */
  read(statement: SqliteStatement, values: Values): Promise<unknown[]>
  close(): Promise<void>
}

export function readingApart(path: string): Apart {
  // Started when first needed: few services have so much.
  let pool: Piscina<Asked, Answered> | null = null
  let closed = false
  return {
    async read({ sql, bound, rowOf }, values) {
      pool ??= threads('./sqlite-apart-worker', import.meta.url, { most: MOST, idle: IDLE })
      if (pool.queueSize >= MOST_WAITING)
        throw new Unavailable('Too much is being counted at once; try later.')
      const answer = await pool.run({ path, sql, values: bound(values) }).catch((error) => {
        throw closed ? new Unavailable('The service is stopping.') : error
      })
      if ('failed' in answer)
        throw Object.assign(new Error(answer.failed.message), { code: answer.failed.code })
      return answer.rows.map(rowOf)
    },
    async close() {
      closed = true
      await pool?.destroy()
    },
  }
}
