// How much memory the service may take for being quick: V8 lets its heap grow to four times of what lives in it, which
// on a server that takes in articles is a few hundred megabytes of what nobody needs any more.

import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

/** By how much of what lives the heap may grow before it is cleared, in percent; more clearing costs an import some hundredths of its time at most. */
const GROWTH = 60

/** To be called before there is much in memory. */
export const growSlowly = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH}`)

/** Gives back at once what starting has left behind: V8 would only do so once there is more to clear. */
export async function giveBack(): Promise<void> {
  const session = new Session()
  session.connect()
  await new Promise((resolve) => session.post('HeapProfiler.collectGarbage', resolve))
  session.disconnect()
}
