// The thread that writes large exports: pieces, as many as it is asked for.

import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { piecesOf, type Task } from './pieces.ts'

export default async function write({ port, ...task }: Task & { port: MessagePort }): Promise<void> {
  const gone = new AbortController()
  port.once('close', () => gone.abort())
  let wanted = 0
  port.on('message', (more: number) => {
    wanted += more
  })
  const pieces = piecesOf(task)
  try {
    for await (const piece of pieces) {
      while (wanted === 0) await once(port, 'message', { signal: gone.signal })
      wanted--
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
