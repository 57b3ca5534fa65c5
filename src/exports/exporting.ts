// Where exports are written: small ones here and now, large ones on threads, so that nobody waits for them.

import { Readable } from 'node:stream'
import { MessageChannel } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import type { Filters } from '../claims/listing.ts'
import { TooManyRequests, Unavailable } from '../errors.ts'
import type { Database } from '../storage/database.ts'
import { openSnapshot } from '../storage/snapshot.ts'
import { threads } from '../threads.ts'
import type { Format, PageAsked } from './format.ts'
import { untilIgnored } from './patience.ts'
import { piecesOf, type Task } from './pieces.ts'
import { corpusOf, sizeOf } from './store.ts'

/** Over more claims than these an export takes long enough for other requests to notice. */
const FEW = 500
/** Exports written at once, and those that wait before further ones are refused. */
const THREADS = 2
const MOST_WAITING = 20
/** A reader who takes nothing for so long, in milliseconds, while there is something to take, is cut off. */
const STALLED = 60_000
/** Bytes that wait for a reader who is slow; and pieces on their way to there, so that the thread need not wait. */
const AHEAD = 262_144
const ON_THEIR_WAY = 4

export interface Exporting {
  /**
   * The bytes of the export; destroyed when their reader takes none for a minute. Throws Unavailable when too many exports
   * are waiting already, TooManyRequests when the caller has a large one that is not written yet.
   */
  stream(format: string, filters: Filters | null, caller: string): Promise<Readable>
  /** One page of a format that has pages, as JSON; null when there is no such page. */
  page(format: Format, filters: Filters | null, asked: PageAsked): Promise<string | null>
  close(): Promise<void>
}

export function exporting(db: Database, patience = STALLED): Exporting {
  const size = sizeOf(db, FEW)
  let pool: Piscina | null = null
  /** Who has one on a thread, or waits for a thread: one each, fewer than there are threads, so nobody has them all. */
  const served = new Map<string, Readable>()

  function onThread(task: Task, caller: string): Readable {
    if (served.has(caller))
      throw new TooManyRequests(
        'You have a large export under way, as many as one caller may; read it to its end or close it first.',
        { state: { open: 1, most: 1 } },
      )
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
    served.set(caller, stream)
    const leave = () => {
      if (served.get(caller) === stream) served.delete(caller)
    }
    here.on('message', (piece: Uint8Array | null) => {
      asked--
      // The thread is done: whoever has read to the end may ask for the next at once.
      if (piece === null) leave()
      stream.push(piece)
    })
    pool
      .run({ ...task, port: there }, { transferList: [there] })
      .catch((error: Error) => stream.destroy(error))
      .finally(leave)
    return stream
  }

  return {
    async stream(format, filters, caller) {
      const task = { source: db.source(), format, filters }
      const pieces = (await size.isLarge())
        ? onThread(task, caller)
        : Readable.from(piecesOf(task), { objectMode: false })
      return untilIgnored(pieces, patience)
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
