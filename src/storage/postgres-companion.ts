// One more connection to PostgreSQL, kept beside those that read and write: it hears of the commits of other processes and
// holds this process's turns, which the server gives to others when the connection ends, however the process died.

import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { refusalOf } from './constraints.ts'
import { type Held, oneAtATime, type Peers } from './peers.ts'
import { KEEPALIVE, PATIENCE } from './postgres-connections.ts'

/** The first half of the advisory locks that stand for turns; the second is made of their names. */
const TURNS = 4_117
const CHANNEL = 'averment_commits'
/** How long to wait before a broken connection is made anew, in milliseconds. */
const CONNECT_AGAIN = 1_000

/** How long the server is waited for when this connection ends, in milliseconds. */
const GOODBYE = 1_000

export interface Companion {
  readonly alone: Peers['alone']
  /** To be sent within a transaction that writes: tells the other processes once it is committed. */
  readonly tell: string
  readonly listen: Peers['onCommit']
  /** Whoever waits for an answer on it hears that none comes. */
  breakOff(): void
  close(): Promise<void>
}

export function companion(url: string): Companion {
  const me = randomBytes(8).toString('hex')
  const listeners = new Set<() => void>()
  let current: Promise<pg.Client> | null = null
  let alive: pg.Client | null = null
  let missed = false
  let closed = false

  const call = () => {
    for (const listener of listeners) listener()
  }

  /** Made when first needed. */
  async function connected(): Promise<pg.Client> {
    current ??= connect().catch((error: unknown) => {
      current = null
      throw refusalOf(error)
    })
    return current
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE,
    })
    client.on('error', () => lose(client))
    client.on('end', () => lose(client))
    client.on('notification', ({ payload }) => {
      if (payload !== me) call()
    })
    await client.connect()
    await client.query(`${KEEPALIVE}; LISTEN ${CHANNEL}`)
    alive = client
    if (missed) call()
    missed = false
    return client
  }

  function lose(client: pg.Client): void {
    if (alive !== client) return
    alive = null
    current = null
    missed = true
    if (listeners.size > 0) hearSoon()
  }

  function hearSoon(): void {
    setTimeout(hear, CONNECT_AGAIN).unref()
  }

  function hear(): void {
    if (!closed && listeners.size > 0) connected().catch(hearSoon)
  }

  async function take(name: string, work: (held: Held) => Promise<void>): Promise<boolean> {
    const client = await connected()
    const lock = [TURNS, name]
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', lock)
    if (!rows[0]?.got) return false
    try {
      await work(() => alive === client)
      return true
    } finally {
      // One that is lost has been given up by the server.
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', lock).catch(() => {})
    }
  }

  return {
    alone: oneAtATime(take),
    tell: `NOTIFY ${CHANNEL}, '${me}'`,
    listen(listener) {
      listeners.add(listener)
      hear()
      return () => listeners.delete(listener)
    },
    breakOff() {
      alive?.end().catch(() => {})
    },
    async close() {
      closed = true
      const client = await current?.catch(() => null)
      alive = null
      // A server that hangs does not say goodbye.
      await Promise.race([client?.end().catch(() => {}), sleep(GOODBYE)])
    },
  }
}
