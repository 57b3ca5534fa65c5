// Two real PostgreSQL servers, of which the second follows the first by streaming replication.

import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onServer } from '../support/postgres-database.ts'
import { embedded, freePort, LOOPBACK, optionsOf } from '../support/postgres-server.ts'

export async function startPair() {
  const folder = join(tmpdir(), `averment-pair-${randomBytes(6).toString('hex')}`)
  const programs = `${folder}-programs`
  const Server = await embedded(programs)
  const server = async (name: string, flags: string[]) => {
    const port = await freePort()
    const one = new Server(optionsOf(`${folder}-${name}`, port, [...LOOPBACK, ...flags]))
    return { one, port, url: `postgres://postgres:test@127.0.0.1:${port}/postgres` }
  }
  const first = await server('first', ['-c', 'wal_keep_size=256MB'])
  await first.one.initialise()
  // A copy of a server that has never run is one that can follow it from the beginning.
  execFileSync('cp', ['-a', `${folder}-first`, `${folder}-second`])
  appendFileSync(`${folder}-second/standby.signal`, '')
  const from = `host=127.0.0.1 port=${first.port} user=postgres password=test`
  const second = await server('second', ['-c', `primary_conninfo=${from}`, '-c', 'hot_standby=on'])
  await first.one.start()
  // It resolves once a server takes writes, which this one never does.
  second.one.start().catch(() => {})
  await answering(second.url)
  return {
    first: first.url,
    second: second.url,
    stopSecond: () => second.one.stop(),
    async stop() {
      await second.one.stop().catch(() => {})
      await first.one.stop()
      rmSync(programs, { recursive: true, force: true })
    },
  }
}

async function answering(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await onServer(url, 'SELECT 1')
    } catch (error) {
      if (tries === 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
