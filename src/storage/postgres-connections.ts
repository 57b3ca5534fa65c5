// Connections to PostgreSQL, and what each settles with the server first: settings, not parameters of the connection, since
// poolers that lend a connection for a session refuse those they do not know.

import pg from 'pg'

/** How long a connection is waited for, in milliseconds. */
export const PATIENCE = 5_000

/** A machine that is gone without a word is known to be within a minute, and gives up its turns and the writers' lock. */
export const KEEPALIVE =
  'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3'

interface Limits {
  readonly max: number
  readonly patience?: number
  /** Milliseconds after which a statement is given up; 0 for no end. */
  readonly statement?: number
  /** Milliseconds after which a transaction in which nothing happens is undone, and its connection ended; 0 for no end. */
  readonly idleInTransaction?: number
}

export function poolOf(url: string, limits: Limits): pg.Pool {
  const { max, patience = PATIENCE, statement = 0, idleInTransaction = 0 } = limits
  // What the database or its owner are given otherwise holds where nothing is asked for here.
  const settings = [
    KEEPALIVE,
    ...(statement > 0 ? [`SET statement_timeout = ${statement}`] : []),
    ...(idleInTransaction > 0 ? [`SET idle_in_transaction_session_timeout = ${idleInTransaction}`] : []),
  ].join('; ')
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(settings)
    },
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}
