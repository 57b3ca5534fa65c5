// The servers under test, each a process of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A first start on an old database may migrate it; in milliseconds. */
const MOST = 300_000

export interface Running {
  readonly port: number
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number
  /** Megabytes of memory that the process holds just now; null where the system does not tell. */
  memory(): number | null
  stop(): Promise<void>
}

export async function serve(
  file: string,
  args: string[],
  port: number,
  ready: string,
  env: Record<string, string> = {},
): Promise<Running> {
  const started = performance.now()
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (performance.now() - started < MOST) {
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => null)
    const startedIn = performance.now() - started
    if (answer) return { port, startedIn, memory: () => memoryOf(child), stop: () => stopped(child) }
    if (child.exitCode !== null) break
    await pause(20)
  }
  throw new Error(`${file} did not start.`)
}

function memoryOf({ pid }: ChildProcess): number | null {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return null
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
