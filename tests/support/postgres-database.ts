// Fresh databases on the PostgreSQL of the test run, and where the newsroom of a test is opened.

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database with our tables and without a row, made once: copying it takes a fifth of the time of migrating. */
export const TEMPLATE = 'averment_template'

export interface Place {
  readonly url: string
  readonly remove: () => Promise<void>
}

/** An empty database, or one with our tables. */
export async function postgresDatabase(template = 'template0'): Promise<Place> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(`${server}/postgres`, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: `${server}/${name}`,
    remove: () => onServer(`${server}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** In memory, or on PostgreSQL where vitest.config.ts says so. */
export async function newsroomPlace(): Promise<Place> {
  if (inject('newsroomOn') === 'postgres') return postgresDatabase(TEMPLATE)
  return { url: 'file::memory:', remove: async () => {} }
}

/** Runs a statement on a PostgreSQL database, past the service. */
export async function onServer(url: string, statement: string): Promise<void> {
  await rowsOn(url, statement)
}

/** What a statement gives. */
export async function rowsOn<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that dies meanwhile ends the connection, and the statement says so.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
