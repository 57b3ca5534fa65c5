// The thread that writes large exports: a piece at a time, as often as it is asked for one.

import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { piecesOf, type Task } from './pieces.ts'

export default async function write({ port, ...task }: Task & { port: MessagePort }): Promise<void> {
  const gone = new AbortController()
  port.once('close', () => gone.abort())
  const pieces = piecesOf(task)
  try {
    for await (const piece of pieces) {
      await once(port, 'message', { signal: gone.signal })
      port.postMessage(piece, [piece.buffer as ArrayBuffer])
    }
    port.postMessage(null)
  } catch (error) {
    // Whoever asked has gone: there is nobody to tell, and nothing left to do.
    if (!gone.signal.aborted) throw error
  } finally {
    await pieces.return()
    port.close()
  }
}
