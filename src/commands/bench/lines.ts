// The lines of a report: what was measured, on the service and on the bare server, and what it should come to.

import { type Load, load, loadOf, type Request, type Tally, tally } from './load.ts'

export interface Line {
  readonly name: string
  readonly aim: string
  readonly service: Load
  readonly bare?: Load
  /** The same while nothing else runs. */
  readonly alone?: Load
}

/** A port, each request in turn, and how many wait for an answer at once, where it is not as ever. */
export type Asked = readonly [port: number, next: () => Request, connections?: number]

export type Compare = (name: string, aim: string, service: Asked, bare?: Asked) => Promise<void>

/**
 * Measures and prints; every line is kept in `lines`. The two servers have their turns by the second, so that what else
 * the machine does meets both alike.
 */
export function comparing(lines: Line[], seconds: number): Compare {
  return async (name, aim, service, bare) => {
    const sides = [service, ...(bare ? [bare] : [])].map((asked) => ({ asked, seen: tally() }))
    // A short run first, so that both have compiled and cached what they use.
    for (const { asked } of sides) await aSecond(tally(), asked)
    for (let second = 0; second < seconds; second++)
      for (const { asked, seen } of sides) await aSecond(seen, asked)
    const [ours, theirs] = sides.map(({ seen }) => loadOf(seen)) as [Load, Load | undefined]
    const line = { name, aim, service: ours, ...(theirs ? { bare: theirs } : {}) }
    lines.push(line)
    print(line)
  }
}

const aSecond = (seen: Tally, [port, next, connections = 32]: Asked) =>
  load(seen, port, next, { seconds: 1, connections })

export function print({ name, service, bare, alone, aim }: Line): void {
  const beside = bare ?? alone
  const cells = [
    name.padEnd(42),
    `${String(service.perSecond).padStart(7)}/s`,
    `p50 ${service.p50} ms`.padEnd(11),
    `p99 ${service.p99} ms`.padEnd(12),
    beside
      ? `${bare ? 'bare' : 'alone'} ${beside.perSecond}/s  ratio ${(service.perSecond / beside.perSecond).toFixed(2)}`.padEnd(
          28,
        )
      : ''.padEnd(28),
    service.failed > 0 ? `${service.failed} FAILED` : '',
    `aim: ${aim}`,
  ]
  console.log(cells.join('  '))
}

/** One value that is no load, as a time in milliseconds. */
export const once = (name: string, milliseconds: number, aim: string): Line => ({
  name,
  aim,
  service: {
    perSecond: Math.round(1000 / milliseconds),
    p50: Math.round(milliseconds),
    p99: Math.round(milliseconds),
    failed: 0,
  },
})
