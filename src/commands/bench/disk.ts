// How long this disk takes to have a page for certain: what a commit of its own pays each time, and a shared one once.

import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const PAGE = Buffer.alloc(4096, 1)
const ROUNDS = 200

/** The median of some hundred flushes of a page at the end of a file in the folder, in milliseconds. */
export function flushTime(folder: string): number {
  const scratch = mkdtempSync(join(folder, 'flush-'))
  const file = openSync(join(scratch, 'pages'), 'w')
  try {
    const times = Array.from({ length: ROUNDS }, () => {
      writeSync(file, PAGE)
      const started = performance.now()
      fdatasyncSync(file)
      return performance.now() - started
    })
    return times.sort((a, b) => a - b)[ROUNDS / 2] as number
  } finally {
    closeSync(file)
    rmSync(scratch, { recursive: true })
  }
}
