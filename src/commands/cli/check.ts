// averment check: whether a database is what it must be, everything derived counted anew; and mending what was counted wrong.

import type { Command } from 'commander'
import { connectionsElsewhere, isFileOpenElsewhere } from '../../storage/alone.ts'
import type { Database } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open.ts'
import { openSnapshot } from '../../storage/snapshot.ts'
import { type Checked, checks, verify } from '../../verification/index.ts'
import { mend } from '../../verification/mend.ts'
import { isPostgres, pathOf, refuseMissing, urlOf } from './database.ts'
import { inWords, Stop } from './ending.ts'
import { counted, print, printable, printJson, progressBar, remark } from './printing.ts'

interface Options {
  readonly database?: string
  readonly mend?: boolean
  readonly json?: boolean
}

export const check = (program: Command): void => {
  program
    .command('check')
    .summary('count everything anew and compare')
    .description(
      'Reads one moment of the database, also while a service runs on it, and checks that its pages and references are whole, that the ledger has no gap, that spans are the text they point to, and that whatever is derived is what a recount gives. Writes nothing, unless it is told to mend.',
    )
    .option('--database <url>', 'what to check (DATABASE_URL; file:./data/averment.db)')
    .option('--mend', 'count anew what is derived and differs; the service must be stopped')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  averment check
  averment check --database file:/backups/press.db --json
  averment check --mend`,
    )
    .action(async ({ database, mend: mending = false, json = false }: Options) => {
      const url = urlOf(database)
      if (!isPostgres(url)) refuseMissing(pathIn(url))
      let checked = await checkedAll(url, json)
      if (mending && checked.some(isMendable)) {
        await mended(url, checked)
        checked = await checkedAll(url, json)
      }
      const wrong = checked.filter(({ count }) => count > 0)
      if (json) await printJson({ sound: wrong.length === 0, checks: checked.map(presented) })
      else if (wrong.length === 0) await print('Sound: every check holds.')
      if (wrong.length > 0) throw new Stop('refused', advice(wrong, mending))
    })
}

const pathIn = (url: string): string =>
  pathOf(url, { postgres: '', memory: 'A database in memory cannot be looked at from outside.' })

async function checkedAll(url: string, json: boolean): Promise<Checked[]> {
  const db = await opened(url)
  const done: Checked[] = []
  const bar = progressBar(checks.length)
  try {
    for await (const one of verify(db)) {
      bar.to(done.push(one), one.check.name)
      if (!json) await print(reportOf(one))
    }
  } finally {
    bar.end()
    await db.close()
  }
  return done
}

async function opened(url: string): Promise<Database> {
  try {
    return await openSnapshot(
      isPostgres(url) ? { kind: 'postgres', url } : { kind: 'file', path: pathIn(url) },
    )
  } catch (error) {
    throw isPostgres(url)
      ? new Stop('service', `The database does not answer: ${inWords(error)}.`)
      : new Stop('refused', `${pathIn(url)} cannot be read: ${inWords(error)}. ${helpWith(error)}`)
  }
}

const helpWith = (error: unknown): string =>
  /^SQLITE_(READONLY|CANTOPEN)/.test((error as { code?: string }).code ?? '')
    ? 'Where nothing may be written, only a copy that averment backup has made can be read.'
    : 'Restore a backup.'

function reportOf({ check: { name, holds }, count, examples, unreadable }: Checked): string {
  if (unreadable !== null) return `${name}: cannot be looked at to the end: ${printable(unreadable)}`
  if (count === 0) return `${name}: ${holds}`
  const shown = examples.map(
    ({ at, found, expected }) =>
      `  ${printable(at)}: ${printable(found)}, and must be ${printable(expected)}`,
  )
  const more = count > shown.length ? [`  and ${counted(count - shown.length, 'more', 'more')}`] : []
  return [`${name}: ${counted(count, 'difference')}; it should hold that ${holds}`, ...shown, ...more].join(
    '\n',
  )
}

const presented = ({ check: { name, holds, derived }, ...rest }: Checked) => ({
  name,
  holds,
  derived,
  ...rest,
})

const isMendable = ({ check: { derived }, count, unreadable }: Checked) =>
  derived && count > 0 && unreadable === null

function advice(wrong: readonly Checked[], mended: boolean): string {
  const differences = wrong.reduce((sum, { count }) => sum + count, 0)
  const said = `${counted(differences, 'difference')} in ${counted(wrong.length, 'check')}.`
  const version = wrong.find(({ check: { name }, unreadable }) => name === 'tables' && unreadable === null)
  if (version) return `${said} ${adviceOnVersion(version)}`
  return wrong.some(isMendable) && !mended
    ? `${said} What is derived can be counted anew: averment check --mend`
    : `${said} What is left cannot be counted anew: restore a backup.`
}

/** What was found is the number of the newest migration, a time: the later one is of the newer version. */
const adviceOnVersion = ({ examples }: Checked): string =>
  examples.some(({ found, expected }) => Number(found) > Number(expected))
    ? 'The database was changed by a newer version of Averment: check it with that version.'
    : 'A database of an older version is brought up to date by starting the service on it.'

/** Throws Stop where a service would go on with what it remembers, and where nothing can be built on what is there. */
async function mended(url: string, checked: readonly Checked[]): Promise<void> {
  const broken = checked.find(({ check: { derived }, count }) => !derived && count > 0)
  if (broken && /^(file|tables|references)$/.test(broken.check.name))
    throw new Stop('refused', `Nothing was mended, since ${broken.check.name} is at fault: restore a backup.`)
  const open = isPostgres(url) ? (await connectionsElsewhere(url)) > 0 : isFileOpenElsewhere(pathIn(url))
  if (open)
    throw new Stop('usage', 'Nothing was mended: the database is open, a service runs on it. Stop it first.')
  const db = await openDatabase(url)
  try {
    remark('Counting anew …')
    await mend(db, (claims) => {
      if (claims % 100_000 === 0 && claims > 0) remark(`${counted(claims, 'claim')} counted`)
    })
  } finally {
    await db.close()
  }
}
