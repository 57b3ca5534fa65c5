// Starting one of our other programs, as its own process on this terminal.

import { spawn } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Programs are .js once built and .ts before; a child runs them as this process is run. */
const EXTENSION = extname(import.meta.url)

/** Runs `<path>` (relative to src or dist, without its extension) and ends as it ends. Signals are passed on. */
export function run(path: string, args: readonly string[]): Promise<void> {
  const file = fileURLToPath(new URL(`../../${path}${EXTENSION}`, import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, file, ...args], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both already; a supervisor signals only the process it knows.
  const pass = (signal: NodeJS.Signals) => {
    if (signal === 'SIGTERM' || process.stdin.isTTY !== true) child.kill(signal)
  }
  process.on('SIGTERM', pass).on('SIGINT', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.exitCode = code ?? 1
      resolve()
    })
  })
}
