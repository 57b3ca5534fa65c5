// Several processes of the built service over one PostgreSQL, as they would be started on several machines.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Place, postgresDatabase } from '../support/postgres-database.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'dist/main.js')

export interface Service {
  readonly child: ChildProcess
  readonly address: string
  /** All it has printed. */
  readonly output: () => string
  send<T>(method: string, path: string, as?: string, body?: unknown, headers?: object): Promise<Answer<T>>
}

export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

/** Starts so many at once over one database that has nothing in it yet, not even tables. */
export function severalServices(
  count: number,
  settings: Record<string, string> = {},
): () => readonly Service[] {
  let place: Place | null = null
  let services: Service[] = []
  beforeAll(async () => {
    place = await postgresDatabase()
    const env = { PORT: '0', DATABASE_URL: place.url, ...settings }
    services = await Promise.all(Array.from({ length: count }, () => started(env)))
  })
  afterAll(async () => {
    await Promise.all(services.map(({ child }) => ended(child)))
    await place?.remove()
  })
  return () => services
}

export async function started(env: Record<string, string>): Promise<Service> {
  if (!existsSync(program)) throw new Error('Run `npm run build` first: this tests the built service.')
  const child = spawn(process.execPath, [program], { cwd: root, env: { ...env, PATH: process.env.PATH } })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
        const found = /serves on (http:\S+)/.exec(output)?.[1]
        if (found !== undefined && output.includes('curl -X POST')) resolve(found)
      })
    child.once('close', () => reject(new Error(output)))
  })
  return {
    child,
    address,
    output: () => output,
    async send<T>(method: string, path: string, as?: string, body?: unknown, headers = {}) {
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      const json = /json/.test(answer.headers.get('content-type') ?? '') && text !== ''
      return { status: answer.status, headers: answer.headers, body: (json ? JSON.parse(text) : text) as T }
    },
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await gone
}
