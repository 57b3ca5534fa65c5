// A whole SQLite file into an empty PostgreSQL: every row of every table in one transaction, each table compared with what
// was read before it is committed, in as much memory as a few rows take. Nobody writes to either meanwhile.

import { openPostgres } from '../open-postgres.ts'
import { type Fingerprint, fingerprinting } from './fingerprint.ts'
import { type Layout, layouts } from './layout.ts'
import { openSource, type Source } from './source.ts'
import { openTarget, type Target } from './target.ts'

export { SourceIsOlder, SourceIsOpen } from './source.ts'

/** Rows and characters written at once. */
const MOST_ROWS = 1_000
const MOST_CHARACTERS = 4_000_000

export interface Moved extends Fingerprint {
  readonly table: string
}

/** There is something in it already. */
export class NotEmpty extends Error {
  constructor(tables: readonly string[]) {
    super(`There are rows in ${tables.join(', ')}; give a database that no service has been started on.`)
    this.name = 'NotEmpty'
  }
}

/** What was written is not what was read. */
export class Differs extends Error {
  constructor(table: string, read: Fingerprint, written: Fingerprint) {
    super(`${table} has ${read.rows} rows (${read.hash}) here and ${written.rows} (${written.hash}) there.`)
    this.name = 'Differs'
  }
}

/** Throws and leaves the target without a row when anything goes wrong. `report` hears of rows written, of how many. */
export async function move(
  path: string,
  url: string,
  report: (done: number, total: number) => void,
): Promise<Moved[]> {
  const source = openSource(path)
  try {
    // Makes the tables.
    await (await openPostgres(url)).close()
    const target = await openTarget(url)
    try {
      const moved = await everyTable(source, target, report)
      await target.commit()
      return moved
    } finally {
      await target.close()
    }
  } finally {
    source.close()
  }
}

async function everyTable(
  source: Source,
  target: Target,
  report: (done: number, total: number) => void,
): Promise<Moved[]> {
  const tables = layouts()
  const filled = await target.lock(tables)
  if (filled.length > 0) throw new NotEmpty(filled)
  const total = tables.reduce((sum, table) => sum + source.count(table), 0)
  let before = 0
  const moved: Moved[] = []
  for (const table of tables) {
    const read = await oneTable(table, source, target, (done) => report(before + done, total))
    const written = await target.fingerprint(table)
    if (written.rows !== read.rows || written.hash !== read.hash) throw new Differs(table.name, read, written)
    await target.numberFrom(table, source.lastNumber(table))
    moved.push({ table: table.name, ...written })
    before += read.rows
  }
  return moved
}

async function oneTable(
  table: Layout,
  source: Source,
  target: Target,
  report: (done: number) => void,
): Promise<Fingerprint> {
  const sum = fingerprinting()
  let waiting: unknown[][] = []
  let characters = 0
  const write = async () => {
    if (waiting.length > 0) await target.write(table, waiting)
    waiting = []
    characters = 0
    report(sum.total().rows)
  }
  for (const row of source.rows(table)) {
    sum.add(row)
    waiting.push(row)
    for (const value of row) characters += typeof value === 'string' ? value.length : 8
    if (waiting.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await write()
  }
  await write()
  return sum.total()
}
