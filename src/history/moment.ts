// Which change a moment named by a caller comes after.

import { Invalid } from '../errors.ts'
import { isNumber } from '../http/as-of.ts'
import { iso } from '../http/formats.ts'
import type { Database } from '../storage/database.ts'
import { ledger } from '../storage/ledger.ts'
import { ledgerStatements } from './statements.ts'

/** The number of the last change of that moment; 0 before the first. Throws Invalid for one that is still to come. */
export type Moment = (asOf: string) => Promise<number>

export function moment(db: Database, now: () => number): Moment {
  const s = ledgerStatements(db)
  const { last } = ledger(db)

  /**
   * Numbers have no gap and times rise with them, so the last change made by then is found by halving. Where a clock
   * was put back it is one of the places at which the ledger passes that time.
   */
  async function lastBy(time: number, newest: number): Promise<number> {
    let [before, after] = [0, newest + 1]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      const [row] = await s.timeOf.read({ seq: middle })
      if (row && row.at <= time) before = middle
      else after = middle
    }
    return before
  }

  return async (asOf) => {
    const newest = await last()
    if (isNumber(asOf)) {
      const seq = Number(asOf)
      if (seq > newest) throw stillToCome(`The ledger ends at ${newest}.`, { last: newest })
      return seq
    }
    const [time, present] = [Date.parse(asOf), now()]
    if (time > present) throw stillToCome(`It is ${iso(present)}.`, { now: iso(present) })
    return lastBy(time, newest)
  }
}

function stillToCome(detail: string, state: Record<string, unknown>): Invalid {
  const text = `The moment is still to come. ${detail}`
  return new Invalid(text, {
    faults: [{ pointer: '/query/asOf', code: 'in_the_future', detail: text }],
    state,
  })
}
