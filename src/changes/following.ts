// The ledger as a stream of server-sent events that begins after any change and does not end. It is read page by page
// as its reader takes it, so a slow reader costs one page; readers who are equally far share what was written for one.

import { Readable } from 'node:stream'
import { LRUCache } from 'lru-cache'
import type { Change, ChangeFilter } from './schema.ts'
import type { ChangeStore } from './store.ts'
import type { Tidings } from './tidings.ts'

/** Without news something is sent this often, in milliseconds: proxies cut connections that are silent for a minute. */
const HEARTBEAT = 15_000
/** How long a reader should wait before it connects again, in milliseconds. */
const RETRY = 1000
/** Pages kept for readers who are equally far: those at the end of the ledger, by their filters. */
const MOST_SHARED = 16

export interface Reader {
  /** Begins after this one. */
  readonly after: number
  readonly filters: Pick<ChangeFilter, 'entity' | 'id'>
  /** Ends the stream. */
  readonly signal: AbortSignal
  /** Asked with each heartbeat: whether the key it was opened with still holds. */
  readonly mayRead: () => Promise<boolean>
}

interface Services {
  readonly changes: ChangeStore
  readonly tidings: Tidings
  readonly heartbeat?: number | undefined
}

export function following({ changes, tidings, heartbeat = HEARTBEAT }: Services) {
  const written = new LRUCache<string, Promise<Stretch>>({ max: MOST_SHARED })

  /** What stands between two numbers never changes, so it is read and written once. */
  async function stretch(after: number, filters: Reader['filters']): Promise<Stretch> {
    const upTo = await changes.reach(after)
    if (upTo === after) return { text: '', reached: after }
    const key = JSON.stringify([after, upTo, filters.entity, filters.id])
    const known = written.get(key)
    if (known) return known
    const fresh = changes
      .stretch(after, upTo, filters)
      .then(({ data, reached }) => ({ text: data.map(eventOf).join(''), reached }))
    written.set(key, fresh)
    fresh.catch(() => written.delete(key))
    return fresh
  }

  return async function* follow({ after, filters, signal, mayRead }: Reader): AsyncGenerator<string> {
    yield `retry: ${RETRY}\n${idOf(after)}`
    let seq = after
    let sentAt = performance.now()
    while (!signal.aborted) {
      const { text, reached } = await stretch(seq, filters)
      const atEnd = reached === seq
      seq = reached
      if (text !== '') {
        yield text
        sentAt = performance.now()
      }
      if (atEnd) await tidings.beyond(seq, heartbeat, signal)
      if (performance.now() - sentAt < heartbeat) continue
      if (!(await mayRead())) return
      yield idOf(seq)
      sentAt = performance.now()
    }
  }
}

/** Asks for the next page once the last has been taken; a page is as far as it reads ahead. */
export const asStream = (events: AsyncIterable<string>): Readable =>
  Readable.from(events, { objectMode: false })

interface Stretch {
  readonly text: string
  readonly reached: number
}

/** How far the reader is, without an event: what a filter leaves out is not looked through again after a break. */
const idOf = (seq: number) => `: ${seq}\nid: ${seq}\n\n`

const eventOf = (change: Change) =>
  `id: ${change.seq}\nevent: ${change.entity}.${change.action}\ndata: ${JSON.stringify(change)}\n\n`
