// What the built command line does to a database itself: a copy under load, its check, its way back, and what it refuses.

import { copyFileSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { commandLine, KEY } from './command-line.ts'

const { run, folder, database, url } = commandLine()
const here = (name: string) => join(folder, name)
const at = (name: string) => ['--database', `file:${here(name)}`]

/** Writes one article after the other while something else is done; gives how many were answered before and after it. */
async function underLoad(work: () => Promise<void>): Promise<{ before: number; after: number }> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  let answered = 0
  let going = true
  const write = async () => {
    while (going) {
      const text = `Day ${answered}. “These are business records,” said Ida Orme.`
      const body = JSON.stringify({ title: 'A day', text })
      if ((await fetch(`${url()}/v1/articles`, { method: 'POST', headers, body })).status === 201) answered++
    }
  }
  const writing = write()
  while (answered < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = answered
  try {
    await work()
  } finally {
    going = false
    await writing
  }
  return { before, after: answered }
}

function past(name: string, statement: string): void {
  const connection = new SqliteDatabase(here(name))
  connection.exec(statement)
  connection.close()
}

function rowsIn<T>(name: string, query: string): T[] {
  const connection = new SqliteDatabase(here(name), { readonly: true })
  const rows = connection.prepare(query).all() as T[]
  connection.close()
  return rows
}

const titlesIn = (name: string) => rowsIn(name, 'SELECT id, title FROM articles ORDER BY id')

it('a backup under load is one moment of the database, and sound; so is the database meanwhile', async () => {
  let articles = 0
  const { before, after } = await underLoad(async () => {
    const copied = await run(['backup', 'today.db', '--json', '--database', database])
    expect(copied.code, copied.err).toBe(0)
    articles = (JSON.parse(copied.out) as { tables: { articles: number } }).tables.articles
    expect((await run(['check', '--database', database])).out).toMatch(/^Sound: every check holds\.$/m)
  })
  expect(articles).toBeGreaterThanOrEqual(before)
  expect(articles).toBeLessThan(after)
  const { out, code } = await run(['check', '--json', ...at('today.db')])
  expect([JSON.parse(out), code]).toMatchObject([{ sound: true }, 0])
})

it('a backup goes where nothing is; over a database only by force, and never under a running service', async () => {
  const first = await run(['restore', 'today.db', ...at('other.db')])
  expect([first.code, first.out]).toEqual([0, expect.stringMatching(/whole and in place$/m)])
  for (const [args, said] of [
    [at('other.db'), '--force overwrites it'],
    [['--database', database, '--force'], 'is open: a service runs on it'],
    [['--database', 'postgres://u@h/d'], 'pg_restore --clean'],
  ] as const) {
    const { code, err } = await run(['restore', 'today.db', ...args])
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
  }
  past('other.db', 'DELETE FROM leases; UPDATE articles SET title = title || 1')
  expect((await run(['restore', 'today.db', '--force', ...at('other.db')])).code).toBe(0)
  expect(titlesIn('other.db')).toEqual(titlesIn('today.db'))
})

it('what is no sound backup changes nothing', async () => {
  writeFileSync(here('list.db'), 'A shopping list. '.repeat(1000))
  const { code, err } = await run(['restore', 'list.db', '--force', ...at('other.db')])
  expect([code, err]).toEqual([1, expect.stringContaining('Nothing was changed.')])
  expect(titlesIn('other.db')).toEqual(titlesIn('today.db'))
  expect(readdirSync(folder).filter((name) => /\.part|^other\.db-/.test(name))).toEqual([])
})

it('a place that cannot be written is named as what is at fault, and not the backup', async () => {
  const long = 'x'.repeat(252)
  const unwritable = await run(['restore', 'today.db', ...at(long)])
  expect(unwritable.code).toBe(1)
  expect(unwritable.err).toContain(`Nothing was changed. To ${here(long)}: its name is too long.`)
  mkdirSync(here('folder.db'))
  const { code, err } = await run(['restore', 'today.db', '--force', ...at('folder.db')])
  expect([code, err]).toEqual([2, expect.stringContaining(`${here('folder.db')} is a folder`)])
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
})

it.each([
  ['newer', 'created_at + 1', 'a newer version of Averment: check it with that version'],
  ['older', 'created_at - 1', 'is brought up to date by starting the service on it'],
])('tables of a version that is %s: what to do is said', async (version, created, said) => {
  copyFileSync(here('today.db'), here(`${version}.db`))
  past(`${version}.db`, `UPDATE __drizzle_migrations SET created_at = ${created}`)
  const { code, err } = await run(['check', ...at(`${version}.db`)])
  expect([code, err]).toEqual([1, expect.stringContaining(said)])
})

it('a count that is wrong is found, and mended', async () => {
  past('other.db', "UPDATE standings SET claims = claims + 1 WHERE group_by = 'speaker'")
  const found = await run(['check', ...at('other.db')])
  expect(found.code).toBe(1)
  expect(found.out).toMatch(/^counts: \d+ differences?; it should hold/m)
  expect(found.err).toContain('averment check --mend')
  const mended = await run(['check', '--mend', ...at('other.db')])
  expect([mended.code, mended.err]).toEqual([0, expect.stringContaining('Counting anew')])
})

it('damage is found and told without a stack, and a backup goes over it', async () => {
  copyFileSync(here('today.db'), here('damaged.db'))
  const pages = "SELECT (pageno - 1) * pgsize AS at, pgsize FROM dbstat WHERE name = 'evidence'"
  for (const { at: place, pgsize } of rowsIn<{ at: number; pgsize: number }>('damaged.db', pages))
    writeSync(openSync(here('damaged.db'), 'r+'), Buffer.alloc(pgsize, 0xa5), 0, pgsize, place)
  const { out, err, code } = await run(['check', ...at('damaged.db')])
  expect(code).toBe(1)
  expect(out).toMatch(/^file: (\d+ differences?|cannot be looked at)/m)
  expect(out + err).not.toMatch(/^ {4}at /m)
  const none = await run(['check', ...at('list.db')])
  expect([none.code, none.out]).toEqual([1, ''])
  expect(none.err).toMatch(/list\.db cannot be read: file is not a database\. Restore a backup\.\n$/)
  expect((await run(['restore', 'today.db', '--force', ...at('list.db')])).code).toBe(0)
  expect(titlesIn('list.db')).toEqual(titlesIn('today.db'))
})
