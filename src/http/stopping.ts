// The bodies of requests that a stopping service reads no further, so that what was taken of them can be answered.

import { setTimeout as pause } from 'node:timers/promises'

/** Thrown where a body is read on though the service is stopping. */
export class Stopping extends Error {}

/** How long the rest of a body is thrown away, in milliseconds: to close under a sender who still sends may cost them the answer. */
const LINGER = 2_000

export interface Interrupted {
  /** As they come; throws Stopping once the service is, even while the sender sends nothing. */
  readonly chunks: AsyncGenerator<Buffer>
  /** Takes the rest and forgets it, for a while at most. */
  drain(): Promise<void>
}

export function untilStopping(body: AsyncIterable<Buffer>, stopping: AbortSignal): Interrupted {
  const source = body[Symbol.asyncIterator]()
  let coming: Promise<IteratorResult<Buffer>> | null = null

  async function* chunks() {
    let stop = () => {}
    const stopped = new Promise<null>((resolve) => {
      stop = () => resolve(null)
      if (stopping.aborted) stop()
    })
    stopping.addEventListener('abort', stop)
    try {
      for (;;) {
        coming = source.next()
        const found = await Promise.race([coming, stopped])
        if (found === null) throw new Stopping()
        if (found.done) return
        yield found.value
      }
    } finally {
      stopping.removeEventListener('abort', stop)
      // It destroys a request that has not come in whole, and with it the connection that its answer goes out by.
      if (!stopping.aborted) await source.return?.()
    }
  }

  async function rest(): Promise<void> {
    for (let found = await coming; found && !found.done; ) found = await source.next()
  }

  return {
    chunks: chunks(),
    async drain() {
      await Promise.race([rest().catch(() => {}), pause(LINGER)])
    },
  }
}
