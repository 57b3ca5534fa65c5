// averment serve: the service itself, as `npm start` runs it.

import type { Command } from 'commander'
import { run } from './program.ts'

export const serve = (program: Command): void => {
  program
    .command('serve')
    .summary('start the service')
    .description('Starts the service. Its settings come from the environment; the README lists them.')
    .option('--port <port>', 'instead of PORT')
    .option('--database <url>', 'instead of DATABASE_URL')
    .addHelpText(
      'after',
      `
Examples:
  averment serve
  averment serve --port 8080 --database file:./press.db
  PUBLIC_READ=false averment serve`,
    )
    .action(async ({ port, database }: { port?: string; database?: string }) => {
      // The child has our environment.
      if (port !== undefined) process.env.PORT = port
      if (database !== undefined) process.env.DATABASE_URL = database
      await run('main', [])
    })
}
