// A service that the built command line has started, and a way to run commands against it, for one file of tests.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'

export const root = join(import.meta.dirname, '../..')
export const averment = join(root, 'dist/commands/averment.js')
export const KEY = 'cli-key-1'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** To be called at the top of a file: the service runs from before its first test until after its last. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'averment-cli-'))
  const database = `file:${join(folder, 'press.db')}`
  let service: ChildProcess | undefined
  let url = ''

  beforeAll(async () => {
    if (!existsSync(averment)) throw new Error('Run `npm run build` first: this tests the built command.')
    symlinkSync(join(root, 'examples'), join(folder, 'examples'))
    const args = [averment, 'serve', '--port', '0', '--database', database]
    const env = { PATH: process.env.PATH, DEMO: 'false', ADMIN_KEY: KEY }
    service = spawn(process.execPath, args, { cwd: folder, env })
    url = await addressOf(service)
  })

  afterAll(async () => {
    const gone = new Promise((resolve) => service?.on('close', resolve))
    service?.kill('SIGTERM')
    expect(await gone).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })

  /** Any program, in the folder. */
  const ended = (program: string, args: readonly string[], env: Record<string, string> = {}) =>
    new Promise<Ended>((resolve) => {
      const settings = { PATH: process.env.PATH, AVERMENT_URL: url, AVERMENT_KEY: KEY, ...env }
      execFile(program, [...args], { cwd: folder, env: settings }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      )
    })
  const run = (args: readonly string[], env?: Record<string, string>) =>
    ended(process.execPath, [averment, ...args], env)
  return { run, ended, folder, database, url: () => url }
}

async function addressOf(service: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of service.stdout ?? []) {
    output += chunk
    const address = /serves on (http:\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(output)
}
