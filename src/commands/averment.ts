#!/usr/bin/env node
// The command line: `averment <command>`. Each command is a file in cli/ and says with --help what it takes.

import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { endings, Stop } from './cli/ending.ts'

type Add = (program: Command) => void

/** In the order of the help. Only what is asked for is loaded, since the engine alone takes longer than most commands. */
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  import: async () => (await import('./cli/import.ts')).importing,
  export: async () => (await import('./cli/export.ts')).exporting,
  extract: async () => (await import('./cli/extract.ts')).extract,
  positions: async () => (await import('./cli/positions.ts')).positions,
  keys: async () => (await import('./cli/keys.ts')).keys,
  evaluate: async () => (await import('./cli/engine-work.ts')).evaluate,
  train: async () => (await import('./cli/engine-work.ts')).train,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/restore.ts')).restore,
  check: async () => (await import('./cli/check.ts')).check,
  move: async () => (await import('./cli/move.ts')).moving,
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const codes = Object.values(endings).map(({ code, meaning }) => `  ${code}  ${meaning}`)

const program = new Command('averment')
  .description('Who stands where, on what evidence: claims in the press, their speakers and their positions.')
  .version(version)
  .exitOverride()
  .enablePositionalOptions()
  .showHelpAfterError('(averment --help, or --help after a command, says more)')
  .addHelpText('after', `\nExit codes:\n${codes.join('\n')}`)

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // Help and the version have been asked for; anything else is a mistake that has been explained.
    process.exitCode = error.exitCode === 0 ? 0 : endings.usage.code
  } else if (error instanceof Stop) {
    console.error(error.message)
    process.exitCode = endings[error.ending].code
  } else {
    console.error(error)
    process.exitCode = endings.refused.code
  }
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : endings.refused.code)
})

async function main(): Promise<void> {
  const asked = commands[process.argv[2] ?? '']
  for (const load of asked ? [asked] : Object.values(commands)) (await load())(program)
  await program.parseAsync()
}

main().catch(fail)
