// What goes through much of a large file is read on a thread: the same rows, and others are answered meanwhile.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { Unavailable } from '../../src/errors.ts'
import type { Database } from '../../src/storage/database.ts'
import { openSqlite } from '../../src/storage/open-sqlite.ts'
import { noting } from './noting.ts'

/** From so many bytes on a file is read apart: any is; and none is. */
const [ANY, NONE] = [0, Number.POSITIVE_INFINITY]

function opened(large: number): Database {
  const folder = mkdtempSync(join(tmpdir(), 'averment-apart-'))
  const db = openSqlite(join(folder, 'averment.db'), 'lasting', large)
  onTestFinished(async () => {
    await db.close()
    rmSync(folder, { recursive: true })
  })
  return db
}

/** Counts to `n` without looking at any table, which takes SQLite as long as it is far. */
function counting(db: Database) {
  const numbers = sql`(with recursive one(i) as (select 1 union all select i + 1 from one where i < ${sql.placeholder('n')}) select count(*) as n, 'ä' as word, null as none from one) as counted`
  return db.query((q) =>
    q
      .select({
        n: sql<number>`n`.mapWith(Number),
        word: sql<string>`word`,
        none: sql<number | null>`none`.mapWith(Number),
      })
      .from(numbers),
  )
}

const FAR = 3_000_000

it('gives the rows that are read here', async () => {
  const [here, apart] = [opened(NONE), opened(ANY)]
  const rows = [{ n: 7, word: 'ä', none: null }]
  expect(await counting(here).readApart({ n: 7 })).toEqual(rows)
  expect(await counting(apart).readApart({ n: 7 })).toEqual(rows)
})

it('sees what was written before it was asked', async () => {
  const db = opened(ANY)
  const { annotators: a } = db.tables
  const room = noting(db)
  const ids = db.query((q) => q.select({ id: a.id }).from(a).where(sql`${a.id} like 'ann_noted%'`))
  expect(await ids.readApart()).toEqual([])
  for (const n of [1, 2, 3]) {
    await db.batch(room.noted(`ann_noted_${n}`))
    expect(await ids.readApart()).toHaveLength(n)
  }
})

it.each([
  ['a large file, first those who ask for less', ANY, ['less', 'much']],
  ['a small one, in their turn', NONE, ['much', 'less']],
])('answers of %s', async (_, large, order) => {
  const db = opened(large)
  const count = counting(db)
  const answered: string[] = []
  const much = count.readApart({ n: FAR }).then(() => answered.push('much'))
  await new Promise(setImmediate)
  await count.read({ n: 1 }).then(() => answered.push('less'))
  await much
  expect(answered).toEqual(order)
})

it('says what SQLite says when it cannot', async () => {
  const db = opened(ANY)
  const { annotators: a } = db.tables
  const wrong = db.query((q) =>
    q
      .select({ n: sql<number>`json_extract(${sql.placeholder('text')}, '$')` })
      .from(a)
      .limit(1),
  )
  await db.batch(noting(db).noted('ann_noted'))
  await expect(wrong.readApart({ text: '{' })).rejects.toMatchObject({
    message: 'malformed JSON',
    code: 'SQLITE_ERROR',
  })
})

it('is refused to whoever waits for it when the database is closed', async () => {
  const db = opened(ANY)
  const much = counting(db).readApart({ n: FAR })
  const refused = expect(much).rejects.toThrow(Unavailable)
  await db.close()
  await refused
})
