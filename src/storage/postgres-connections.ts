// Connections to PostgreSQL, and what each settles with the server first: settings, not parameters of the connection, since
// poolers that lend a connection for a session refuse those they do not know.

import pg from 'pg'

/** How long a connection is waited for, in milliseconds. */
export const PATIENCE = 5_000

/** A machine that is gone without a word is known to be within a minute, and gives up its turns and the writers' lock. */
export const KEEPALIVE =
  'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3'

/** Whether it answers, and lets at what the service lives in; one that takes the question and says nothing does not. */
const QUESTION = {
  text: 'SELECT FROM changes, articles, claims, speakers, questions, tags, claim_positions, standings, annotators, keys LIMIT 0',
  query_timeout: PATIENCE,
}

/** An answer to a write means that it is on disk, whatever the database or its owner are given otherwise. */
const ON_DISK = 'SET synchronous_commit = on'

interface Limits {
  readonly max: number
  readonly patience?: number
  /** Milliseconds after which a statement is given up; 0 for no end. */
  readonly statement?: number
  /** Milliseconds after which a transaction in which nothing happens is undone, and its connection ended; 0 for no end. */
  readonly idleInTransaction?: number
  /** Whether what it commits has to be on the disk. */
  readonly durable?: boolean
}

export function poolOf(url: string, limits: Limits): pg.Pool {
  const { max, patience = PATIENCE, statement = 0, idleInTransaction = 0, durable = false } = limits
  // What the database or its owner are given otherwise holds where nothing is asked for here.
  const settings = [
    KEEPALIVE,
    ...(durable ? [ON_DISK] : []),
    ...(statement > 0 ? [`SET statement_timeout = ${statement}`] : []),
    ...(idleInTransaction > 0 ? [`SET idle_in_transaction_session_timeout = ${idleInTransaction}`] : []),
  ].join('; ')
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    // The server gives up a statement itself, and says so. One that hangs, or is beyond a line that is cut, does not.
    ...(statement > 0 ? { query_timeout: statement + PATIENCE } : {}),
    onConnect: async (client) => {
      await client.query(settings)
    },
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const clients = new Set<pg.PoolClient>()
  connected.set(pool, clients)
  pool.on('connect', (client) => clients.add(client))
  pool.on('remove', (client) => clients.delete(client))
  return pool
}

const connected = new WeakMap<pg.Pool, Set<pg.PoolClient>>()

/** Refused when no answer comes. */
export const answers = (pool: pg.Pool): Promise<unknown> => pool.query(QUESTION)

/** Has whatever waits for an answer hear that none comes: a connection in the midst of a statement is cut off. */
export function breakOff(pool: pg.Pool): void {
  for (const client of connected.get(pool) ?? []) client.end().catch(() => {})
}
