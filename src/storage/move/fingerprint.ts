// Whether two tables hold the same rows, in whatever order: how many there are, and the sum of a hash of each.

import { createHash } from 'node:crypto'

export interface Fingerprint {
  readonly rows: number
  /** 32 hexadecimal digits. */
  readonly hash: string
}

/** Of rows whose values are numbers, texts and null; what is JSON is given as its text. */
export function fingerprinting(): { add(row: readonly unknown[]): void; total(): Fingerprint } {
  let rows = 0
  let sum = 0n
  return {
    add(row) {
      const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex')
      sum = BigInt.asUintN(128, sum + BigInt(`0x${hash.slice(0, 32)}`))
      rows++
    },
    total: () => ({ rows, hash: sum.toString(16).padStart(32, '0') }),
  }
}
