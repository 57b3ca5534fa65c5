// Nothing holds a closing service up but requests in flight.

import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withoutKeys } from './auth.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted a moment after the service began to close: what takes in line after line takes no further ones. */
    readonly stopping: AbortSignal
    /** What has not been answered to its end, as "POST /v1/articles/batch". */
    readonly underWay: () => string[]
  }
}

/** How long a stream of lines that is nearly through has to come in whole, in milliseconds. */
const NEARLY = 1_500

/**
 * Answers given while the service closes end their connection. Connections on which nothing was asked yet, such as
 * those that browsers open ahead of need, are closed at once: Node counts them as busy for a minute. An answer that had
 * begun before, such as an export, promised to keep its connection; that is closed when the answer is whole.
 */
export function hangUpWhenClosing(app: FastifyInstance): void {
  const silent = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  app.server.on('request', ({ socket }) => silent.delete(socket))
  let closing = false
  const stopping = new AbortController()
  const requests = new Set<FastifyRequest>()
  app.decorate('stopping', stopping.signal)
  app.decorate('underWay', () => [...requests].map(nameOf))
  app.addHook('onRequest', (request, _reply, done) => {
    requests.add(request)
    done()
  })
  app.addHook('preClose', (done) => {
    closing = true
    app.log.info({ underWay: requests.size }, 'stopping')
    setTimeout(() => stopping.abort(), NEARLY).unref()
    for (const socket of silent) socket.destroy()
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
  app.addHook('onResponse', (request, _reply, done) => {
    requests.delete(request)
    if (closing) request.socket.destroySoon()
    done()
  })
}

const nameOf = ({ method, url }: FastifyRequest) => `${method} ${withoutKeys(url.split('?')[0] ?? '')}`
