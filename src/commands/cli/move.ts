// averment move: a whole SQLite file into an empty PostgreSQL, at one stroke and compared.

import type { Command } from 'commander'
import { DatabaseIsNewer } from '../../storage/migrate.ts'
import { type Moved, move, NotEmpty, SourceIsOlder, SourceIsOpen } from '../../storage/move/index.ts'
import { isPostgres, pathOf, refuseMissing } from './database.ts'
import { inWords, Stop } from './ending.ts'
import { counted, print, printJson, progressBar, tableOf } from './printing.ts'

export const moving = (program: Command): void => {
  program
    .command('move')
    .summary('take a SQLite file over to PostgreSQL')
    .description(
      'Writes every row of a SQLite file into an empty PostgreSQL, in one transaction that is committed only when each table there has the rows that were read here. The service must be stopped, and cannot be started on the file meanwhile; the file stays as it is. Then start the service with DATABASE_URL set to the PostgreSQL.',
    )
    .argument('<file>', 'the SQLite file')
    .argument('<url>', 'postgres://…: a database in which there is nothing yet')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  averment move data/averment.db postgres://averment@db.example/averment`,
    )
    .action(async (file: string, url: string, { json = false }: { json?: boolean }) => {
      const path = pathOf(file, {
        postgres: `${JSON.stringify(file)} is no SQLite file; it goes from one to PostgreSQL.`,
        memory: 'A database in memory cannot be read from outside.',
      })
      refuseMissing(path)
      if (!isPostgres(url)) throw new Stop('usage', 'The second argument is postgres://…: where it goes.')
      const moved = await moveAll(path, url)
      if (json) return printJson({ tables: moved })
      const rows = moved.map(({ table, rows, hash }) => [table, rows.toLocaleString('en'), hash.slice(0, 16)])
      await print(tableOf([{ head: 'table' }, { head: 'rows', align: 'right' }, { head: 'hash' }], rows))
      await print(`${counted(sum(moved), 'row')}: the same there as here, by count and hash of each table.`)
    })
}

const sum = (moved: readonly Moved[]): number => moved.reduce((all, { rows }) => all + rows, 0)

async function moveAll(path: string, url: string): Promise<Moved[]> {
  const bar = progressBar(1000)
  try {
    return await move(path, url, (done, total) => bar.to((1000 * done) / Math.max(1, total), 'moved'))
  } catch (error) {
    if (FORESEEN.some((kind) => error instanceof kind))
      throw new Stop('usage', `Nothing was moved. ${(error as Error).message}`)
    throw new Stop(isAway(error) ? 'service' : 'refused', `Nothing was moved: ${inWords(rootOf(error))}.`)
  } finally {
    bar.end()
  }
}

const FORESEEN = [NotEmpty, SourceIsOlder, SourceIsOpen, DatabaseIsNewer]

/** What the database or the system said, under what was made of it. */
function rootOf(error: unknown): unknown {
  let at = error
  while (at instanceof Error && at.cause !== undefined) at = at.cause
  return at
}

/** PostgreSQL cannot be reached, or lets nobody in. */
const isAway = (error: unknown): boolean =>
  /^(E[A-Z]|08|28|3D)/.test(String((rootOf(error) as { code?: unknown }).code ?? ''))
