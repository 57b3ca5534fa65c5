// An export holds a moment of the database still, and a thread: whoever takes nothing of it does not keep them.

import { PassThrough, pipeline, type Readable } from 'node:stream'

/** Hands on what comes, and is destroyed where a piece lies there for so many milliseconds and nobody takes it. */
class Offered extends PassThrough {
  readonly #patience: number
  #waiting: NodeJS.Timeout | undefined

  constructor(patience: number) {
    // A piece at a time, so that each that is taken shows.
    super({ readableHighWaterMark: 1 })
    this.#patience = patience
  }

  override _transform(...piece: Parameters<PassThrough['_transform']>): void {
    this.#waiting = setTimeout(() => this.destroy(), this.#patience)
    super._transform(...piece)
  }

  override _read(size: number): void {
    clearTimeout(this.#waiting)
    super._read(size)
  }

  override _destroy(...args: Parameters<PassThrough['_destroy']>): void {
    clearTimeout(this.#waiting)
    super._destroy(...args)
  }
}

/**
 * The same pieces, until their reader takes none for so long, in milliseconds; then both streams are destroyed. One who
 * waits for a piece to come is not meant, however long that takes, nor one who is slow.
 */
export const untilIgnored = (pieces: Readable, patience: number): Readable =>
  pipeline(pieces, new Offered(patience), () => {})
