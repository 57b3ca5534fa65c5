// Nothing holds a closing service up but requests in flight.

import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

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
  app.addHook('preClose', (done) => {
    closing = true
    for (const socket of silent) socket.destroy()
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
  app.addHook('onResponse', ({ socket }, _reply, done) => {
    if (closing) socket.destroySoon()
    done()
  })
}
