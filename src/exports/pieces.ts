// An export from a snapshot of its own, in pieces large enough to be worth handing on.

import type { Filters } from '../claims/listing.ts'
import { openSnapshot, type Source } from '../storage/snapshot.ts'
import type { Chunk } from './format.ts'
import { formatOf } from './formats/index.ts'
import { corpusOf } from './store.ts'

export interface Task {
  readonly source: Source
  readonly format: string
  readonly filters: Filters | null
}

/** In bytes. */
const PIECE = 65_536
/** Bytes in UTF-8 of a unit of UTF-16, at most. */
const WIDEST = 3

export async function* piecesOf({ source, format, filters }: Task): AsyncGenerator<Uint8Array, void> {
  const snapshot = await openSnapshot(source)
  try {
    const filling = pieces()
    for await (const chunks of formatOf(format)?.write(corpusOf(snapshot, filters)) ?? []) {
      for (const chunk of chunks) filling.add(chunk)
      for (const piece of filling.full()) yield piece
    }
    for (const piece of filling.rest()) yield piece
  } finally {
    await snapshot.close()
  }
}

/** Each in memory of its own, which can be handed to another thread. */
function pieces() {
  let filled: Uint8Array[] = []
  let piece = Buffer.allocUnsafeSlow(PIECE)
  let length = 0

  function next(): void {
    if (length === 0) return
    filled.push(piece.subarray(0, length))
    piece = Buffer.allocUnsafeSlow(PIECE)
    length = 0
  }

  return {
    /** Chunks are short, and each is written at once: long texts put together from many are dear to clear away. */
    add(chunk: Chunk): void {
      const most = typeof chunk === 'string' ? chunk.length * WIDEST : chunk.length
      if (most > PIECE - length) next()
      if (most > PIECE) filled.push(new Uint8Array(Buffer.from(chunk as string)))
      else if (typeof chunk === 'string') length += piece.write(chunk, length)
      else {
        piece.set(chunk, length)
        length += chunk.length
      }
    },
    full(): readonly Uint8Array[] {
      if (filled.length === 0) return filled
      const given = filled
      filled = []
      return given
    },
    rest(): readonly Uint8Array[] {
      next()
      return filled
    },
  }
}
