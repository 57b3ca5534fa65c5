// Tells those who follow the ledger that there is more of it: at once after a commit, of whichever process; within a second
// where nobody told of it, as between processes on one SQLite file or while the connection that hears of it is broken.

/** How often writes that nobody told of are looked for while anybody waits, in milliseconds: one look-up of a number. */
const LOOK_EVERY = 1000

export interface Tidings {
  /** Resolves once the ledger goes beyond `seq`, or after `most` milliseconds, or when the signal aborts. */
  beyond(seq: number, most: number, signal: AbortSignal): Promise<void>
}

interface Waiter {
  readonly seq: number
  readonly wake: () => void
}

export interface TidingsSource {
  /** The number of the last change in the ledger. */
  readonly lastChange: () => Promise<number>
  /** Has the listener called after each commit that this process hears of. */
  readonly onCommit: (listener: () => void) => () => void
}

export function tidings({ lastChange, onCommit }: TidingsSource): Tidings {
  const waiting = new Set<Waiter>()
  let looking = false
  let again = false
  let clock: NodeJS.Timeout | null = null

  /** One look at a time; who asks for one meanwhile gets another afterwards, since the running one may be too early. */
  async function look(): Promise<void> {
    again = looking
    if (looking) return
    looking = true
    try {
      const last = await lastChange()
      for (const waiter of [...waiting]) if (waiter.seq < last) waiter.wake()
    } catch {
      // A database that does not answer just now is asked again at the next stroke of the clock.
    } finally {
      looking = false
    }
    if (again) await look()
  }

  function enter(waiter: Waiter): void {
    waiting.add(waiter)
    clock ??= setInterval(look, LOOK_EVERY).unref()
    void look()
  }

  function leave(waiter: Waiter): void {
    waiting.delete(waiter)
    if (waiting.size > 0 || clock === null) return
    clearInterval(clock)
    clock = null
  }

  onCommit(() => {
    if (waiting.size > 0) void look()
  })

  return {
    async beyond(seq, most, signal) {
      if (signal.aborted) return
      await new Promise<void>((resolve) => {
        const waiter = { seq, wake: () => done() }
        const timer = setTimeout(() => done(), most).unref()
        const done = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          leave(waiter)
          resolve()
        }
        signal.addEventListener('abort', done)
        enter(waiter)
      })
    },
  }
}
