// How fast somebody tags while they tag: pauses do not count. Example: tags at 9:00, 9:02, 9:04 and, after lunch, at 13:00
// and 13:02 are three tags in six minutes, 30 an hour: the first of each stretch only begins it.

/** A longer gap between two tags is a pause. */
const PAUSE = 15 * 60_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Of the day that is looked at. */
export const since = (now: number): number => now - DAY

/** Tags an hour of active time; null where no two tags follow each other within a stretch. */
export function paceOf(times: readonly number[]): number | null {
  const sorted = [...times].sort((a, b) => a - b)
  let active = 0
  let tags = 0
  for (const [i, at] of sorted.entries()) {
    const gap = at - (sorted[i - 1] ?? Number.NEGATIVE_INFINITY)
    if (gap > PAUSE) continue
    active += gap
    tags++
  }
  return active === 0 ? null : Math.round((tags * HOUR * 10) / active) / 10
}
