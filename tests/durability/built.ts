// The built service as a process of its own, to be stopped in every way a process can be. `npm test` builds it first.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'dist/main.js')

export const ADMIN_KEY = 'durable-admin-key-1'

export interface Running {
  readonly address: string
  readonly child: ChildProcess
  /** All it has printed. */
  readonly output: () => string
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Ready when it resolves; rejects with what was printed when it does not come to that. */
export async function built(url: string, settings: Record<string, string> = {}): Promise<Running> {
  if (!existsSync(program)) throw new Error('Run `npm run build` first: this tests the built service.')
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DEMO: 'false',
    ADMIN_KEY,
    LOG_LEVEL: 'error',
    DATABASE_URL: url,
    ...settings,
  }
  const child = spawn(process.execPath, [program], { cwd: root, env })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? ''))
  })
  const address = await new Promise<string>((resolve, reject) => {
    const look = (chunk: string) => {
      output += chunk
      const at = /serves on (http:\S+)/.exec(output)?.[1]
      if (at !== undefined) resolve(at)
    }
    child.stdout?.setEncoding('utf8').on('data', look)
    child.stderr?.setEncoding('utf8').on('data', look)
    ended.then(() => reject(new Error(output)))
  })
  return { address, child, output: () => output, ended }
}
