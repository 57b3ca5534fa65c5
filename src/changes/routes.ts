// The ledger over HTTP: page by page, or as it grows.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Invalid } from '../errors.ts'
import { type AuthOptions, stillKnown } from '../http/auth.ts'
import { countedFor } from '../http/limit.ts'
import { sendPage } from '../http/page.ts'
import { seats } from '../http/seats.ts'
import { asStream, following } from './following.ts'
import * as schema from './schema.ts'
import type { ChangeStore } from './store.ts'
import { type TidingsSource, tidings } from './tidings.ts'

interface Services {
  readonly changes: ChangeStore
  /** Has the listener called after each commit that this process hears of. */
  readonly onCommit: TidingsSource['onCommit']
  readonly callerOf: AuthOptions['callerOf']
  /** Milliseconds between signs of life; a quarter of a minute when left out. */
  readonly heartbeat?: number | undefined
}

const tags = ['Changes']

export const changeRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { changes } = services
    app.get(
      '/changes',
      {
        config: { role: 'reader', problems: [422], current: true },
        schema: {
          operationId: 'listChanges',
          tags,
          summary: 'Read the ledger',
          description:
            'Every write, in the order of writing, without gaps. Ask again with `nextAfter` to follow what happens. A number past the end, which nothing has yet, is refused (422) with the `last` there is.',
          querystring: schema.ChangeFilter,
          response: { 200: schema.ChangePage },
        },
      },
      async (request, reply) => {
        const { limit, cursor, after, ...filters } = request.query
        // The cursor is the later word: a Link to the next page carries both.
        const from = cursor === undefined ? (after ?? 0) : Number(cursor)
        const data = await changes.list(from, limit, filters)
        if (data.length === 0) {
          const end = await changes.last()
          if (from > end) throw pastTheEnd(from, end, cursor === undefined ? '/query/after' : '/query/cursor')
        }
        const last = data.at(-1)
        const nextCursor = last ? String(last.seq) : null
        return { ...sendPage(request, reply, { data, nextCursor }), nextAfter: last?.seq ?? from }
      },
    )
    await app.register(streamRoutes(services))
  }

/** Streams open at once in all, and for one caller. */
const MOST = 500
const MOST_EACH = 20
/** A reader who takes nothing for so long, in milliseconds, while there is something to take, is cut off. */
const STALLED = 60_000

const streamRoutes =
  ({ changes, onCommit, callerOf, heartbeat }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const follow = following({ changes, tidings: tidings({ lastChange: changes.last, onCommit }), heartbeat })
    const { take } = seats('streams', MOST, MOST_EACH)
    const open = new Set<AbortController>()
    app.addHook('preClose', (done) => {
      for (const stream of open) stream.abort()
      done()
    })

    app.get(
      '/changes/stream',
      {
        config: { role: 'reader', problems: [422], primary: true },
        // It would never end either.
        exposeHeadRoute: false,
        schema: {
          operationId: 'streamChanges',
          tags,
          summary: 'Follow the ledger',
          description:
            'Every write as it happens, as server-sent events: `id` is the `seq`, `event` is `<entity>.<action>`, `data` a Change. Who connects again with `Last-Event-ID` (browsers do) goes on where they were, without gap or repeat. At least every 15 seconds something comes, if only a comment with the `id` so far.',
          querystring: schema.StreamFilter,
          headers: schema.StreamHeaders,
          response: {
            200: {
              description: 'Events, for as long as the connection is open.',
              content: { 'text/event-stream': { schema: schema.Change } },
            },
          },
        },
      },
      async (request, reply) => {
        const { after: asked, ...filters } = request.query
        const lastId = request.headers['last-event-id']
        const last = await changes.last()
        const after = lastId === undefined ? (asked ?? last) : Number(lastId)
        if (after > last)
          throw pastTheEnd(after, last, lastId === undefined ? '/query/after' : '/headers/last-event-id')
        const leave = take(countedFor(request))
        const stream = new AbortController()
        open.add(stream)
        request.raw.socket.setTimeout(STALLED, () => request.raw.socket.destroy())
        reply.raw.once('close', () => {
          stream.abort()
          open.delete(stream)
          leave()
        })
        reply.headers({ 'cache-control': 'no-store', connection: 'close', 'x-accel-buffering': 'no' })
        const mayRead = () => stillKnown(request, callerOf)
        const events = follow({ after, filters, signal: stream.signal, mayRead })
        return reply.type('text/event-stream; charset=utf-8').send(asStream(events) as never)
      },
    )
  }

/** Nothing has that number yet: the caller followed another database, or this one before it was put back. */
function pastTheEnd(after: number, last: number, pointer: string): Invalid {
  const detail = `The ledger ends at ${last}; ${after} is past its end.`
  return new Invalid(detail, { faults: [{ pointer, code: 'past_the_end', detail }], state: { last } })
}
