// Work that nobody waits for gives way: the busier the service is with its callers, the longer it rests. And a stream of
// articles, which one caller waits for, where all the others would wait with them.

import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

/** Where nobody calls it rests as long as it worked, … */
const LEAST = 1
/** … and so many times as long where callers leave the event loop no break. */
const MOST = 19

/** How long to rest after work of so many milliseconds; `busy` is the share of the time in which others kept the event loop. */
export const restAfter = (worked: number, busy: number): number => worked * (LEAST + (MOST - LEAST) * busy)

/** Gives a function that rests after a piece of work; how busy others are it learns from the rests themselves. */
export function givingWay(): (worked: number) => Promise<void> {
  let busy = 0.5
  return async (worked) => {
    const before = performance.eventLoopUtilization()
    await pause(restAfter(worked, busy))
    busy = performance.eventLoopUtilization(before).utilization
  }
}

/** From so much of the time on the event loop is crowded, looked at over so many milliseconds. */
const CROWDED = 0.95
const LOOKED_AT = 100

/** Gives a function that rests for so many milliseconds where the event loop has had hardly a break lately, and else not. */
export function restingInCrowds(rest: number): () => Promise<void> {
  let since = performance.now()
  let before = performance.eventLoopUtilization()
  let isCrowded = false
  return async () => {
    const now = performance.now()
    if (now - since > LOOKED_AT) {
      isCrowded = performance.eventLoopUtilization(before).utilization > CROWDED
      before = performance.eventLoopUtilization()
      since = now
    }
    if (isCrowded) await pause(rest)
  }
}
