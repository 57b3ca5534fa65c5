// averment import: articles from files and folders into the service; run again, it skips what is there.

import type { Command } from 'commander'
import { articlesIn, type Known, sourcesIn } from './articles.ts'
import { type Outcome, sendAll } from './batches.ts'
import { Stop } from './ending.ts'
import { counted, print, printable, progressBar, remark } from './printing.ts'
import { ask, asksService, connectionOf } from './service.ts'

interface Options extends Known {
  readonly url?: string
  readonly key?: string
  readonly json?: boolean
  readonly atOnce: string
}

export const importing = (program: Command): void => {
  asksService(program.command('import'))
    .summary('take articles in')
    .description(
      'Sends articles to the service. A .ndjson (or .jsonl, or - for what is piped in) has an article a line, as POST /v1/articles/batch takes them; a .json one article or an array; a .txt or .html is one article. Cut off, it is simply run again: what is there is skipped.',
    )
    .argument('<paths...>', 'files and folders')
    .option('--publisher <name>', 'of articles that are .txt or .html')
    .option('--published-at <day>', 'of articles that are .txt or .html')
    .option('--language <tag>', 'of articles that are .txt or .html')
    .option('--at-once <n>', 'requests at a time, 1 to 16', '4')
    .addHelpText(
      'after',
      `
Examples:
  averment import articles.ndjson
  averment import archive/ --publisher "The Fernhill Courier"
  zcat articles.ndjson.gz | averment import - --json > outcomes.ndjson`,
    )
    .action(async (paths: string[], options: Options) => {
      if (!/^([1-9]|1[0-6])$/.test(options.atOnce))
        throw new Stop(
          'usage',
          `--at-once is a whole number from 1 to 16, not ${JSON.stringify(options.atOnce)}.`,
        )
      await importPaths(paths, options)
    })
}

async function importPaths(paths: readonly string[], options: Options): Promise<void> {
  const connection = connectionOf(options)
  const { publisher, publishedAt, language, json = false } = options
  const { sources, aside } = await sourcesIn(paths)
  // A wrong key or address is said once, before anything is read.
  await ask(connection, '/v1/annotators/me')
  if (aside > 0) remark(`${counted(aside, 'file')} in folders left aside: neither articles nor text.`)

  const total = tally(json)
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0)
  const bar = progressBar(paths.includes('-') ? 0 : bytes)
  let read = 0
  const report = async (outcome: Outcome, weight: number) => {
    read += weight
    await total.add(outcome, bar.end)
    bar.to(read, total.line())
  }
  const items = articlesIn(sources, { publisher, publishedAt, language })
  try {
    await sendAll(connection, items, Number(options.atOnce), report)
  } catch (error) {
    bar.end()
    const again = 'Run the same command again: what is there is skipped.'
    throw error instanceof Stop
      ? new Stop(error.ending, `${error.message}\n${total.line()}. ${again}`)
      : error
  }
  bar.end()
  await total.close()
}

/** Refusals shown one by one; beyond them only their number is. */
const MOST_SHOWN = 20

/** Counts what became of the articles, and prints it as it comes. */
function tally(json: boolean) {
  const began = performance.now()
  const counts = { created: 0, duplicate: 0, invalid: 0 }
  let claims = 0
  const seconds = () => (performance.now() - began) / 1000
  const rate = () => Math.round(counts.created / seconds())
  const line = () =>
    `${counts.created} created, ${counts.duplicate} there already, ${counts.invalid} refused, ${rate()} a second`
  return {
    line,
    async add(outcome: Outcome, before: () => void): Promise<void> {
      counts[outcome.status]++
      claims += outcome.claimCount ?? 0
      if (json) return print(JSON.stringify(outcome))
      if (outcome.status !== 'invalid' || counts.invalid > MOST_SHOWN + 1) return
      before()
      const more = 'More are refused; --json shows each.'
      remark(
        counts.invalid > MOST_SHOWN ? more : `${printable(outcome.from)}: ${printable(outcome.detail ?? '')}`,
      )
    },
    async close(): Promise<void> {
      if (counts.invalid > 0) process.exitCode = 1
      const took = Math.round(seconds() * 10) / 10
      if (json) await print(JSON.stringify({ ...counts, claims, seconds: took }))
      else await print(`${line()}; ${counted(claims, 'claim')} in ${took} s`)
    },
  }
}
