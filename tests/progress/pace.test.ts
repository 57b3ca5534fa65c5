// Pace: what counts as working, and what as a pause.

import { expect, it } from 'vitest'
import { paceOf } from '../../src/progress/pace.ts'

/** Times of day, as minutes. */
const at = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

it.each<[string, number | null]>([
  ['', null],
  ['9:00', null],
  ['9:00 9:16', null],
  ['9:00 9:15', 4],
  ['9:00 9:02 9:04 13:00 13:02', 30],
  ['13:02 9:04 9:00 13:00 9:02', 30],
  ['9:00 9:01 9:02 9:03', 60],
])('%s is %j tags an hour', (times, pace) => {
  expect(paceOf(times.split(' ').filter(Boolean).map(at))).toBe(pace)
})
