// Threads for what would keep everybody waiting: none until there is work for one, and none once there has been none for a while.

import { Piscina } from 'piscina'

/** Whether this is the source itself and not the compiled program: then the threads have to compile it too. */
const FROM_SOURCE = import.meta.url.endsWith('.ts')

interface Pool {
  /** Threads at once. */
  readonly most: number
  /** After so many milliseconds without work a thread gives back its memory. */
  readonly idle: number
}

/** `file` is what a thread runs, as seen from the module `from` and without its ending. */
export const threads = (file: string, from: string, { most, idle }: Pool): Piscina =>
  new Piscina({
    filename: new URL(`${file}.${FROM_SOURCE ? 'ts' : 'js'}`, from).href,
    execArgv: FROM_SOURCE ? ['--import', 'tsx'] : [],
    minThreads: 0,
    maxThreads: most,
    idleTimeout: idle,
  })
