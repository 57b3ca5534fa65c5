// averment import --as: files of other tools, and complete exports, back into the service.

import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Averment, ImportLine } from '#client'
import { inWords, Stop } from './ending.ts'
import { print, printable, remark } from './printing.ts'
import { problemInWords } from './service.ts'

export const formats = [
  'claims.ndjson',
  'annotations.jsonld',
  'brat.zip',
  'label-studio.json',
  'quotations.csv',
] as const

/** Rows that were not taken, shown one by one for each file; beyond them only their number is. */
const MOST_SHOWN = 20

interface Asked {
  readonly dryRun: boolean
  readonly json: boolean
}

/** Throws Stop where the format is none, or a file cannot be read: then nothing is sent. */
export async function filesAs(
  format: string,
  paths: readonly string[],
): Promise<{ path: string; body: Blob }[]> {
  if (!(formats as readonly string[]).includes(format))
    throw new Stop('usage', `--as is one of ${formats.join(', ')}, not ${JSON.stringify(format)}.`)
  const files: { path: string; body: Blob }[] = []
  for (const path of paths)
    try {
      if ((await stat(path)).isDirectory()) throw new Error('it is a folder')
      // Read from the disk as it is sent.
      files.push({ path, body: await openAsBlob(path) })
    } catch (error) {
      throw new Stop('usage', `${path} cannot be read: ${inWords(error)}. Nothing was sent.`)
    }
  return files
}

export async function importAs(
  service: Averment,
  format: string,
  files: Awaited<ReturnType<typeof filesAs>>,
  { dryRun, json }: Asked,
): Promise<void> {
  for (const { path, body } of files) {
    let untaken = 0
    for await (const line of service.importFile(format, body, { dryRun })) {
      const isLast = line.status === 'done'
      if (!isLast && (line.status === 'invalid' || line.status === 'skipped')) untaken++
      if (json) await print(JSON.stringify({ from: path, ...line }))
      else if (isLast) await print(summaryOf(path, line))
      else if (line.status === 'invalid' && untaken <= MOST_SHOWN) remark(refusalOf(path, line))
    }
    if (!json && untaken > MOST_SHOWN) remark(`${path}: more are not taken; --json shows each.`)
    if (untaken > 0) process.exitCode = 1
  }
}

function refusalOf(path: string, { file, row, record, problem }: ImportLine): string {
  const where = [path, file, row].filter((one) => one !== undefined).join(':')
  return `${printable(where)}: ${record}: ${printable(problem ? problemInWords(problem) : '')}`
}

/** What was here already comes last, and what there was none of is left out. */
function summaryOf(path: string, { counts, losses = [], dryRun }: ImportLine): string {
  const found = Object.entries(counts ?? {}).filter(([, n]) => n > 0)
  const said = found.map(([status, n]) => `${n} ${status}`).join(', ') || 'nothing in it'
  const left = losses.map(({ code }) => code).join(', ')
  return `${path}: ${said}${dryRun ? ' (dry run: nothing was stored)' : ''}; the format does not bring ${left}`
}
