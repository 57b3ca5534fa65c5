// Where exports are written: small ones here and now, large ones on threads, so that nobody waits for them.

import { Readable } from 'node:stream'
import { MessageChannel } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import type { Filters } from '../claims/listing.ts'
import { Unavailable } from '../errors.ts'
import type { Database } from '../storage/database.ts'
import { openSnapshot } from '../storage/snapshot.ts'
import { threads } from '../threads.ts'
import type { Format, PageAsked } from './format.ts'
import { piecesOf, type Task } from './pieces.ts'
import { corpusOf, sizeOf } from './store.ts'

/** Over more claims than these an export takes long enough for other requests to notice. */
const FEW = 500
/** Exports written at once, and those that wait before further ones are refused. */
const THREADS = 2
const MOST_WAITING = 20
/** Bytes that wait for a reader who is slow; and pieces on their way to there, so that the thread need not wait. */
const AHEAD = 262_144
const ON_THEIR_WAY = 4

export interface Exporting {
  /** The bytes of the export. Throws Unavailable when too many exports are waiting already. */
  stream(format: string, filters: Filters | null): Promise<Readable>
  /** One page of a format that has pages, as JSON; null when there is no such page. */
  page(format: Format, filters: Filters | null, asked: PageAsked): Promise<string | null>
  close(): Promise<void>
}

export function exporting(db: Database): Exporting {
  const size = sizeOf(db, FEW)
  let pool: Piscina | null = null

  function onThread(task: Task): Readable {
    pool ??= threads('./worker', import.meta.url, { most: THREADS, idle: 60_000 })
    if (pool.queueSize >= MOST_WAITING)
      throw new Unavailable('Too many exports are being written; try later.')
    const { port1: here, port2: there } = new MessageChannel()
    let asked = 0
    const stream = new Readable({
      highWaterMark: AHEAD,
      read() {
        if (asked < ON_THEIR_WAY) here.postMessage(ON_THEIR_WAY - asked)
        asked = ON_THEIR_WAY
      },
      destroy(error, done) {
        here.close()
        done(error)
      },
    })
    here.on('message', (piece: Uint8Array | null) => {
      asked--
      stream.push(piece)
    })
    pool
      .run({ ...task, port: there }, { transferList: [there] })
      .catch((error: Error) => stream.destroy(error))
    return stream
  }

  return {
    async stream(format, filters) {
      const task = { source: db.source(), format, filters }
      if (await size.isLarge()) return onThread(task)
      return Readable.from(piecesOf(task), { objectMode: false })
    },
    async page(format, filters, asked) {
      const snapshot = await openSnapshot(db.source())
      try {
        return (await format.page?.(corpusOf(snapshot, filters), asked)) ?? null
      } finally {
        await snapshot.close()
      }
    },
    async close() {
      await pool?.destroy()
    },
  }
}
