// Threads for what would keep everybody waiting: none until there is work for one, and none once there has been none for a while.

import { Piscina } from 'piscina'
import { Unavailable } from './errors.ts'

/** Whether this is the source itself and not the compiled program: then the threads have to compile it too. */
const FROM_SOURCE = import.meta.url.endsWith('.ts')

interface Pool {
  /** Threads at once. */
  readonly most: number
  /** After so many milliseconds without work a thread gives back its memory. */
  readonly idle: number
  /** Whether those who answer wait for it. */
  readonly urgent?: boolean
}

/**
 * The processor goes to whoever answers before it goes to them, where there is too little for both: as `nice` puts it.
 * Where the system's library for that is not there, all are alike.
 */
const NICE = 10

/** Seconds after which a thread may be had again. */
const RETRY_AFTER = 5

/**
 * Where no thread can be started, for want of memory or of file descriptors, Piscina tells nobody who waits for one, and
 * ends the process unless somebody listens.
 */
class Threads extends Piscina {
  readonly #waiting = new Set<(error: Error) => void>()

  constructor(options: ConstructorParameters<typeof Piscina>[0]) {
    super(options)
    this.on('error', (cause) => {
      // Those that are there see to what waits.
      if (this.threads.length > 0) return
      const detail = 'There is too little memory, or too much open, to do this just now; try later.'
      for (const refuse of this.#waiting) refuse(new Unavailable(detail, { retryAfter: RETRY_AFTER, cause }))
    })
  }

  /** Throws Unavailable where there is no thread for it. */
  override run(...given: Parameters<Piscina['run']>): ReturnType<Piscina['run']> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      super
        .run(...given)
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject))
    })
  }
}

/** `file` is what a thread runs, as seen from the module `from` and without its ending. */
export const threads = (file: string, from: string, { most, idle, urgent = false }: Pool): Piscina =>
  new Threads({
    filename: new URL(`${file}.${FROM_SOURCE ? 'ts' : 'js'}`, from).href,
    execArgv: FROM_SOURCE ? ['--import', 'tsx'] : [],
    minThreads: 0,
    maxThreads: most,
    idleTimeout: idle,
    niceIncrement: urgent ? 0 : NICE,
  })
