// averment positions: who stands where on a question, as a table with bars.

import type { Command } from 'commander'
import type { Averment, ListPositionsData, Question, Standing, Standings } from '#client'
import { Stop } from './ending.ts'
import {
  bar,
  type Column,
  counted,
  print,
  printable,
  printJson,
  remark,
  screenWidth,
  tableOf,
} from './printing.ts'
import { asksService, type ServiceOptions, withService } from './service.ts'

interface Options extends ServiceOptions {
  readonly groupBy: string
  readonly basis?: string
  readonly speaker?: string
  readonly publisher?: string
  readonly from?: string
  readonly to?: string
  readonly limit: string
}

export const positions = (program: Command): void => {
  asksService(program.command('positions'))
    .summary('who stands where on a question')
    .description('Who stands where on a question: claims on each side, by speaker or another group.')
    .argument('<question>', 'its slug')
    .option('--group-by <group>', 'speaker, affiliation, publisher or month', 'speaker')
    .option('--basis <basis>', 'only positions from ruling, people or machine')
    .option('--speaker <speaker>', 'an id, a name or an alias')
    .option('--publisher <name>', 'only from this publisher')
    .option('--from <day>', 'published on or after this day')
    .option('--to <day>', 'published on or before this day')
    .option('--limit <n>', 'rows at most', '50')
    .addHelpText(
      'after',
      `
Examples:
  averment positions business-records-vs-personal-documents
  averment positions business-records-vs-personal-documents --group-by month --from 2024-01-01 --json`,
    )
    .action(async (slug: string, options: Options) => {
      if (!/^[1-9]\d{0,5}$/.test(options.limit))
        throw new Stop('usage', `--limit is a whole number from 1, not ${JSON.stringify(options.limit)}.`)
      await withService(options, (service) => show(service, slug, options))
    })
}

async function show(service: Averment, slug: string, options: Options): Promise<void> {
  const found = await standings(service, slug, options)
  if (options.json) return printJson(found)
  const question = await service.readQuestion({ path: { slug } })
  await print(printable(question.text))
  if (found.data.length > 0) await print(`\n${standingTable(question, found.data, options.groupBy)}`)
  const more = found.nextCursor === null ? '' : ' (more with --limit)'
  remark(`\n${counted(found.data.length, 'row')}${more}`)
}

/** Page after page, until there are enough rows. What the service does not know it refuses, naming it. */
async function standings(service: Averment, question: string, options: Options): Promise<Standings> {
  const { groupBy, basis, speaker, publisher, from: publishedFrom, to: publishedTo } = options
  const data: Standing[] = []
  let cursor: string | undefined
  for (;;) {
    const limit = Math.min(200, Number(options.limit) - data.length)
    const query = { question, groupBy, basis, speaker, publisher, publishedFrom, publishedTo, limit, cursor }
    const page = await service.listPositions({ query: query as ListPositionsData['query'] })
    data.push(...page.data)
    cursor = page.nextCursor ?? undefined
    if (cursor === undefined || data.length >= Number(options.limit)) return { ...page, data }
  }
}

function standingTable({ positions: all }: Question, rows: readonly Standing[], groupBy: string): string {
  const sides = all.filter(({ kind }) => kind === 'side')
  const others = all.filter(({ kind }) => kind !== 'side')
  const most = Math.max(1, ...rows.flatMap(({ counts }) => sides.map(({ slug }) => counts[slug] ?? 0)))
  const barWidth = Math.max(6, Math.min(20, Math.floor((screenWidth() - 70) / Math.max(1, sides.length))))
  const columns: Column[] = [
    { head: groupBy[0]?.toUpperCase() + groupBy.slice(1), width: 30 },
    ...sides.map(({ label, slug }) => ({ head: printable(label || slug), width: barWidth + 7 })),
    ...others.map(({ slug }) => ({ head: slug, align: 'right' as const })),
    { head: 'leaning' },
  ]
  return tableOf(
    columns,
    rows.map((row) => [
      printable(nameOf(row)),
      ...sides.map(({ slug }) => {
        const n = row.counts[slug] ?? 0
        return `${n}`.padStart(4) + (n === 0 ? '' : ` ${bar(n / most, barWidth)}`)
      }),
      ...others.map(({ slug }) => `${row.counts[slug] ?? 0}`),
      row.leaning ?? '-',
    ]),
  )
}

const nameOf = ({ speaker, affiliation, publisher, month }: Standing): string =>
  speaker?.name ?? affiliation?.name ?? publisher ?? month ?? 'not known'
