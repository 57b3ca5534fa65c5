// Work in the background gives way: the busier the service is with its callers, the longer it rests.

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
