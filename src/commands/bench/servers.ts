// The servers under test, each a process of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

export interface Running {
  readonly port: number
  stop(): Promise<void>
}

export async function serve(
  file: string,
  args: string[],
  port: number,
  ready: string,
  env: Record<string, string> = {},
): Promise<Running> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => null)
    if (answer) return { port, stop: () => stopped(child) }
    if (child.exitCode !== null) break
    await pause(100)
  }
  throw new Error(`${file} did not start.`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
