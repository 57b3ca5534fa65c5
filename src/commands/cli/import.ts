// averment import: articles from files and folders into the service; run again, it skips what is there.

import type { Command } from 'commander'
import type { Averment } from '#client'
import { articlesIn, sourcesIn } from './articles.ts'
import { type Known, type Outcome, sendAll } from './batches.ts'
import { Stop } from './ending.ts'
import { filesAs, formats, importAs } from './import-as.ts'
import { counted, print, printable, progressBar, remark } from './printing.ts'
import { asksService, type ServiceOptions, stopOf, withService } from './service.ts'

interface Options extends Known, ServiceOptions {
  readonly atOnce: string
  readonly as?: string
  readonly dryRun?: boolean
}

/** With the client's pauses between them, for some eight seconds: a service that is started anew is waited for. */
const ATTEMPTS = 6

export const importing = (program: Command): void => {
  asksService(program.command('import'))
    .summary('take articles in')
    .description(
      'Sends articles to the service. A .ndjson (or .jsonl, or - for what is piped in) has an article a line, as POST /v1/articles/batch takes them; a .json one article or an array. Any other file (.txt, .html, .pdf, .docx, .eml) is one article, read by the service. Cut off, it is simply run again: what is there is skipped.',
    )
    .argument('<paths...>', 'files and folders')
    .option('--publisher <name>', 'of articles that are files of their own, whatever these say')
    .option('--published-at <day>', 'the same, for the day they were published')
    .option('--language <tag>', 'the same, for their language')
    .option('--at-once <n>', 'requests at a time, 1 to 16', '4')
    .option(
      '--as <format>',
      `the files are no articles but ${formats.join(', ')}; averment export writes such`,
    )
    .option('--dry-run', 'with --as: say what would become of each row, and store nothing')
    .addHelpText(
      'after',
      `
Examples:
  averment import articles.ndjson
  averment import archive/ ruling.pdf --publisher "The Fernhill Courier"
  averment import --as brat.zip annotated.zip --dry-run
  zcat articles.ndjson.gz | averment import - --json > outcomes.ndjson`,
    )
    .action(async (paths: string[], options: Options) => {
      if (!/^([1-9]|1[0-6])$/.test(options.atOnce))
        throw new Stop(
          'usage',
          `--at-once is a whole number from 1 to 16, not ${JSON.stringify(options.atOnce)}.`,
        )
      const { as, dryRun = false, json = false } = options
      if (as === undefined && dryRun) throw new Stop('usage', '--dry-run goes with --as.')
      const files = as === undefined ? [] : await filesAs(as, paths)
      // A wrong key or address is said once, soon, and before anything is read.
      await withService(options, (service) => service.readMe())
      await withService(
        options,
        (service) =>
          as === undefined
            ? importPaths(service, paths, options)
            : importAs(service, as, files, { dryRun, json }),
        ATTEMPTS,
      )
    })
}

async function importPaths(service: Averment, paths: readonly string[], options: Options): Promise<void> {
  const { json = false, atOnce } = options
  const { sources, aside } = await sourcesIn(paths)
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
  try {
    const sending = { service, known: knownOf(options), atOnce: Number(atOnce), report }
    await sendAll(articlesIn(sources), sending)
  } catch (error) {
    bar.end()
    const stop = stopOf(error)
    const again = 'Run the same command again: what is there is skipped.'
    throw stop instanceof Stop ? new Stop(stop.ending, `${stop.message}\n${total.line()}. ${again}`) : stop
  }
  bar.end()
  await total.close()
}

const knownOf = ({ publisher, publishedAt, language }: Options): Known => ({
  ...(publisher === undefined ? {} : { publisher }),
  ...(publishedAt === undefined ? {} : { publishedAt }),
  ...(language === undefined ? {} : { language }),
})

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
