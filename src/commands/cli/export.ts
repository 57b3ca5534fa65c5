// averment export: the corpus in any format the service writes, streamed to a file or to the next program.

import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Command } from 'commander'
import { type Averment, type ExportFile, Refused } from '#client'
import { inWords, Stop } from './ending.ts'
import { print, printJson, remark, sized } from './printing.ts'
import { asksService, type ServiceOptions, withService } from './service.ts'

interface Options extends ServiceOptions {
  readonly out?: string
  readonly where: readonly string[]
}

export const exporting = (program: Command): void => {
  asksService(program.command('export'))
    .summary('write the corpus in another format')
    .description(
      'Streams the corpus as it stands at one moment. The format is a name such as claims.csv; list shows all. What a format cannot carry is said on the way.',
    )
    .argument('<format>', 'claims.ndjson, claims.csv and others, or list')
    .option('-o, --out <file>', 'where it goes; the screen or next program when absent')
    .option('--where <filter=value>', 'only such claims, as in GET /v1/claims; may be repeated', gathered, [])
    .addHelpText(
      'after',
      `
Examples:
  averment export list
  averment export claims.ndjson --out backup.ndjson
  averment export claims.csv --where speaker="Ines Calder" --where publishedFrom=2024-01-01 | head`,
    )
    .action((format: string, options: Options) =>
      withService(options, (service) =>
        format === 'list' ? list(service, options) : write(service, format, options),
      ),
    )
}

const gathered = (value: string, before: readonly string[]) => [...before, value]

async function list(service: Averment, { json }: Options): Promise<void> {
  const { data } = await service.listExports()
  if (json) return printJson({ data })
  const width = Math.max(...data.map(({ name }) => name.length))
  for (const { name, summary } of data) await print(`${name.padEnd(width)}  ${summary}`)
}

async function write(service: Averment, format: string, { out, json, where }: Options): Promise<void> {
  const { body, losses } = await exported(service, format, Object.fromEntries(where.map(pairOf)))
  await (out === undefined ? toScreen(body) : toFile(body, out))
  const left = losses.join(', ')
  if (json) {
    const report = JSON.stringify({ format, file: out ?? null, losses })
    // What is on the screen is the export itself.
    if (out === undefined) remark(report)
    else await print(report)
  } else if (out !== undefined) {
    await print(`${out}: ${format}, ${sized(statSync(out).size)}${left ? `; without ${left}` : ''}`)
  } else if (left) remark(`Left out: ${left}`)
}

async function exported(
  service: Averment,
  format: string,
  query: Record<string, string>,
): Promise<ExportFile> {
  try {
    return await service.exportFile(format, query)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error
    const names = (await service.listExports()).data.map(({ name }) => name)
    if (names.includes(format)) throw error
    throw new Stop('usage', `There is no format ${JSON.stringify(format)}; there is ${names.join(', ')}.`)
  }
}

function pairOf(filter: string): [string, string] {
  const at = filter.indexOf('=')
  if (at < 1) throw new Stop('usage', `--where is such as speaker=Calder, not ${JSON.stringify(filter)}.`)
  return [filter.slice(0, at), filter.slice(at + 1)]
}

const readable = (body: object) => Readable.fromWeb(body as ReadableStream<Uint8Array>)

async function toScreen(body: object): Promise<void> {
  try {
    await pipeline(readable(body), process.stdout, { end: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
    throw new Stop('service', `The export is cut off: ${inWords(error)}.`)
  }
}

/** Under its name it stands only when it is whole. */
async function toFile(body: object, out: string): Promise<void> {
  const unfinished = `${out}.part`
  try {
    await pipeline(readable(body), createWriteStream(unfinished))
    renameSync(unfinished, out)
  } catch (error) {
    rmSync(unfinished, { force: true })
    const ours = (error as NodeJS.ErrnoException).syscall !== undefined
    throw new Stop(ours ? 'refused' : 'service', `${out} was not written: ${inWords(error)}.`)
  }
}
