// An export from a snapshot of its own, in pieces large enough to be worth handing on.

import type { Filters } from '../claims/listing.ts'
import { openSnapshot, type Source } from '../storage/snapshot.ts'
import { formatOf } from './formats/index.ts'
import { corpusOf } from './store.ts'

export interface Task {
  readonly source: Source
  readonly format: string
  readonly filters: Filters | null
}

/** In bytes. */
const PIECE = 65_536

export async function* piecesOf({ source, format, filters }: Task): AsyncGenerator<Uint8Array, void> {
  const snapshot = await openSnapshot(source)
  try {
    const chunks = formatOf(format)?.write(corpusOf(snapshot, filters)) ?? []
    let waiting: Buffer[] = []
    let length = 0
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk as string)
      waiting.push(bytes)
      length += bytes.length
      if (length < PIECE) continue
      yield joined(waiting, length)
      waiting = []
      length = 0
    }
    if (length > 0) yield joined(waiting, length)
  } finally {
    await snapshot.close()
  }
}

/** In memory of its own, which can be handed to another thread. */
function joined(parts: readonly Buffer[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
