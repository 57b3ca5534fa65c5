// Which requests may be answered from a replica: those that only read, as long as the caller misses nothing of their own.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ledger } from '../storage/ledger.ts'
import type { Replica } from '../storage/replica.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A GET that writes, or that must not be behind by a moment: it is never answered from a replica. */
    primary?: boolean
    /** A GET that says where the data ends: only a replica that has the last change answers it. */
    current?: boolean
  }
}

export interface ReadingOptions {
  readonly replica: Replica | null
  /** As the first database has it. */
  readonly ledger: Pick<Ledger, 'last' | 'hasWritten'>
}

/** Call it once callers are identified, so that keys are looked up where they are written. */
export function readFromReplica(app: FastifyInstance, options: ReadingOptions): void {
  const { replica, ledger } = options
  if (replica === null) return

  async function mayRead(request: FastifyRequest, replica: Replica): Promise<boolean> {
    const { config } = request.routeOptions
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads || config.role === undefined || config.primary === true || !replica.isNear()) return false
    const { caller } = request
    // A moment of the past is named by a number, or a time, that the caller knows to have been.
    const named = config.current === true || (request.query as { asOf?: unknown }).asOf !== undefined
    if (caller === null && !named) return true
    const newest = await ledger.last()
    const reached = await replica.reach(newest)
    if (reached === null) return false
    return reached >= newest || (!named && caller !== null && !(await ledger.hasWritten(caller.id, reached)))
  }

  app.addHook('onRequest', (request, _reply, done) => {
    mayRead(request, replica).then(
      (may) => (may ? replica.within(done) : done()),
      () => done(),
    )
  })
}
