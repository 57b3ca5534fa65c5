// Where exports are written: small ones here and now, large ones on threads, so that nobody waits for them.

import { Readable } from 'node:stream'
import { MessageChannel } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import type { Filters } from '../claims/listing.ts'
import { seats } from '../http/seats.ts'
import type { Database } from '../storage/database.ts'
import { openSnapshot } from '../storage/snapshot.ts'
import { threads } from '../threads.ts'
import type { Format, PageAsked } from './format.ts'
import { untilIgnored } from './patience.ts'
import { piecesOf, type Task } from './pieces.ts'
import { corpusOf, sizeOf } from './store.ts'

/** Over more claims than these an export takes long enough for other requests to notice. */
const FEW = 500
/** Exports written at once, those of one caller, who is not to have all threads, and those that wait before others are refused. */
const THREADS = 3
const MOST_EACH = 2
const MOST_WAITING = 20
/** A reader who takes nothing for so long, in milliseconds, while there is something to take, is cut off. */
const STALLED = 60_000
/** Bytes that wait for a reader who is slow; and pieces on their way to there, so that the thread need not wait. */
const AHEAD = 262_144
const ON_THEIR_WAY = 4

export interface Exporting {
  /**
   * The bytes of the export; destroyed when their reader takes none for a minute. Throws Unavailable when too many exports
   * are waiting already, TooManyRequests when the caller has two large ones that are not written yet.
   */
  stream(format: string, filters: Filters | null, caller: string): Promise<Readable>
  /** One page of a format that has pages, as JSON; null when there is no such page. */
  page(format: Format, filters: Filters | null, asked: PageAsked): Promise<string | null>
  close(): Promise<void>
}

export function exporting(db: Database, patience = STALLED): Exporting {
  const size = sizeOf(db, FEW)
  let pool: Piscina | null = null
  const { take } = seats('large exports', THREADS + MOST_WAITING, MOST_EACH)

  function onThread(task: Task, caller: string): Readable {
    const leave = take(caller)
    pool ??= threads('./worker', import.meta.url, { most: THREADS, idle: 60_000 })
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
