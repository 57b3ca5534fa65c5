// Server-sent events without end: a connection that is lost is made again, from the last event that arrived.

import { textOf } from './lines.ts'
import { pause } from './transport.ts'

export interface ServerEvent {
  readonly id: string
  /** `claim.update`, for instance. */
  readonly event: string
  readonly data: string
}

/** Milliseconds before connecting again, where the service does not say. */
const RETRY = 1000

/** `connect` gives the body of the answer, from after the id; what it throws ends the stream, lost connections do not. */
export async function* eventsOf(
  connect: (lastId: string | undefined) => Promise<ReadableStream<Uint8Array>>,
  isLost: (error: unknown) => boolean,
  signal?: AbortSignal,
): AsyncGenerator<ServerEvent> {
  let lastId: string | undefined
  let retry = RETRY
  while (!signal?.aborted) {
    try {
      for await (const block of blocksOf(await connect(lastId))) {
        if (block.retry !== undefined) retry = block.retry
        if (block.id !== undefined) lastId = block.id
        // Taken note of before it is given: whoever stops here goes on after it.
        if (block.data !== undefined)
          yield { id: lastId ?? '', event: block.event ?? 'message', data: block.data }
      }
    } catch (error) {
      if (signal?.aborted) return
      if (!isLost(error)) throw error
    }
    await pause(retry, signal).catch(() => {})
  }
}

interface Block {
  id?: string
  event?: string
  data?: string
  retry?: number
}

/** What stands between two blank lines. One that was cut off is not given. */
async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Block> {
  let rest = ''
  for await (const text of textOf(body)) {
    // A CR at the end may be half of a line end.
    const [, whole = '', half = ''] = /^([\s\S]*?)(\r?)$/.exec(rest + text) ?? []
    const blocks = whole.replace(/\r\n?/g, '\n').split('\n\n')
    rest = (blocks.pop() ?? '') + half
    for (const block of blocks) yield blockOf(block)
  }
}

function blockOf(text: string): Block {
  const block: Block = {}
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
    if (name === 'data') block.data = block.data === undefined ? value : `${block.data}\n${value}`
    else if (name === 'id' && !value.includes('\0')) block.id = value
    else if (name === 'event') block.event = value
    else if (name === 'retry' && /^\d+$/.test(value)) block.retry = Number(value)
  }
  return block
}
