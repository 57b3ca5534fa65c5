// What processes that share a database settle through it: whose turn it is to do what only one should be doing, and how
// often a caller has called any of them.

import { setTimeout as pause } from 'node:timers/promises'

/** Whether the turn is still this process's: a connection that breaks gives it up. */
export type Held = () => boolean

export interface Counted {
  /** Calls since the window began, this one included. */
  readonly calls: number
  /** Milliseconds until it ends. */
  readonly left: number
}

export interface Peers {
  /** Whether others may be at work on this database. */
  readonly several: boolean
  /**
   * Does the work unless somebody is at the work of that name already, here or in another process; says whether it did.
   * Whoever dies in the midst gives up the turn.
   */
  alone(name: string, work: (held: Held) => Promise<void>): Promise<boolean>
  /** Has the listener called after commits of other processes, and when some may have been missed. */
  onCommit(listener: () => void): () => void
  /** Counts one more call of a caller within windows of so many milliseconds. Null where each process counts its own. */
  readonly count: ((caller: string, window: number) => Promise<Counted>) | null
}

/** How often to ask whether the turn has become free, in milliseconds. */
const ASK_AGAIN = 50

/** Has the listener called after each commit, of whichever process. */
export function onAnyCommit(
  db: { onCommit(listener: () => void): () => void; readonly peers: Peers },
  listener: () => void,
): () => void {
  const ends = [db.onCommit(listener), db.peers.onCommit(listener)]
  return () => {
    for (const end of ends) end()
  }
}

/** Does the work, after whoever is at the work of that name. */
export async function inTurn(peers: Peers, name: string, work: () => Promise<void>): Promise<void> {
  while (!(await peers.alone(name, work))) await pause(ASK_AGAIN)
}

/** Keeps works of one name apart within this process, around `take`, which does so between processes. */
export function oneAtATime(
  take: (name: string, work: (held: Held) => Promise<void>) => Promise<boolean>,
): Peers['alone'] {
  const here = new Set<string>()
  return async (name, work) => {
    if (here.has(name)) return false
    here.add(name)
    try {
      return await take(name, work)
    } finally {
      here.delete(name)
    }
  }
}

/** Of a database that one process has to itself. */
export function noPeers(): Peers {
  const take = async (_name: string, work: (held: Held) => Promise<void>) => {
    await work(() => true)
    return true
  }
  return { several: false, alone: oneAtATime(take), onCommit: () => () => {}, count: null }
}
