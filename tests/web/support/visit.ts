// A visit to the built service with a real browser: a service of its own for each file of tests, a fresh visitor for each.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { Averment } from '../../../openapi/client/index.ts'
import { browser } from './chromium.ts'

const root = join(import.meta.dirname, '../../..')
export const ADMIN_KEY = 'averment-test-key-of-the-first-admin'

export interface Service {
  readonly address: string
  readonly admin: Averment
  /** Ends it as a crash would; `start` brings it back at the same address, with what it had stored. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Ends it and takes its data away. */
  close(): Promise<void>
}

/** The built service over a new database; with the sample articles unless `demo` is false. */
export async function service({ demo = true } = {}): Promise<Service> {
  if (!existsSync(join(root, 'dist/web/index.html'))) throw new Error('Run `npm run build` first.')
  const folder = mkdtempSync(join(tmpdir(), 'averment-web-'))
  let port = 0
  let running: { stop: () => Promise<void> } | null = null
  const start = async () => {
    const started = await launch(folder, port, demo)
    port = started.port
    running = started
  }
  const stop = async () => {
    await running?.stop()
    running = null
  }
  await start()
  const address = `http://127.0.0.1:${port}`
  const close = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { address, admin: new Averment({ address, key: ADMIN_KEY }), start, stop, close }
}

async function launch(folder: string, port: number, demo: boolean) {
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'averment.db')}`,
      ADMIN_KEY,
      DEMO: String(demo),
    },
  })
  let output = ''
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
  })
  const listening = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
        const found = /serves on http:\/\/[^:]+:(\d+)/.exec(output)
        if (found) resolve(Number(found[1]))
      })
    child.on('close', () => reject(new Error(output)))
  })
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { port: await listening, stop }
}

export interface Visit {
  readonly page: Page
  /** What the page complained of: errors, and what the content security policy refused. */
  readonly complaints: string[]
}

/** Somebody opens the page; with a key, signed in. The test fails when the page reports an error it did not expect. */
export async function visit(
  address: string,
  path = '/',
  { key, ...options }: BrowserContextOptions & { key?: string } = {},
): Promise<Visit> {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, ...options })
  onTestFinished(() => context.close())
  if (key !== undefined)
    await context.addInitScript(`sessionStorage.setItem('averment.key', ${JSON.stringify(key)})`)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${address}${path}`)
  return { page, complaints }
}
