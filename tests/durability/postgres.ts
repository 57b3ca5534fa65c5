// A PostgreSQL of a test's own, that dies in every way a server can die and is started again.

import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { onServer, rowsOn } from '../support/postgres-database.ts'
import { embedded, freePort, LOOPBACK, optionsOf } from '../support/postgres-server.ts'

/** Of the whole server at once; of one backend, whereupon the server restarts by itself; as `pg_ctl stop -m immediate` does. */
export const DEATHS = ['server', 'backend', 'immediate'] as const
export type Death = (typeof DEATHS)[number]

export async function mortalPostgres() {
  const folder = join(tmpdir(), `averment-mortal-${randomBytes(6).toString('hex')}`)
  const programs = `${folder}-programs`
  const Server = await embedded(programs)
  const port = await freePort()
  const server = new Server(optionsOf(folder, port, LOOPBACK))
  const url = `postgres://postgres:test@127.0.0.1:${port}/postgres`
  await server.initialise()
  await server.start()
  let postmaster = pidIn(folder)
  onTestFinished(async () => {
    await server.stop().catch(() => {})
    for (const rest of [folder, programs]) rmSync(rest, { recursive: true, force: true })
  })

  return {
    url,
    async die(death: Death): Promise<void> {
      postmaster = pidIn(folder)
      if (death === 'server') process.kill(postmaster, 'SIGKILL')
      else if (death === 'immediate') process.kill(postmaster, 'SIGQUIT')
      else process.kill(await backend(url), 'SIGKILL')
    },
    /**
     * Whatever it died of; what was left of it may take a moment to go. One that restarts by itself is left to: a second
     * one beside it would end at once, and be what is waited for when the test stops its server.
     */
    async comeBack(): Promise<void> {
      for (let tries = 1; !(await answers(url)); tries++) {
        if (tries === 300) throw new Error('PostgreSQL did not come back.')
        if (!isAlive(postmaster)) await server.start().catch(() => {})
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
  }
}

const pidIn = (folder: string) => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** One that serves a connection, other than that which asks. */
async function backend(url: string): Promise<number> {
  const rows = await rowsOn<{ pid: number }>(
    url,
    "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
  )
  if (!rows[0]) throw new Error('The service is connected.')
  return rows[0].pid
}

const answers = (url: string) =>
  onServer(url, 'SELECT 1').then(
    () => true,
    () => false,
  )
