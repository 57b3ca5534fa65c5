// Threads for what would keep everybody waiting: none until there is work for one, and none once there has been none for a while.

import { Piscina } from 'piscina'

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

/** `file` is what a thread runs, as seen from the module `from` and without its ending. */
export const threads = (file: string, from: string, { most, idle, urgent = false }: Pool): Piscina =>
  new Piscina({
    filename: new URL(`${file}.${FROM_SOURCE ? 'ts' : 'js'}`, from).href,
    execArgv: FROM_SOURCE ? ['--import', 'tsx'] : [],
    minThreads: 0,
    maxThreads: most,
    idleTimeout: idle,
    niceIncrement: urgent ? 0 : NICE,
  })
