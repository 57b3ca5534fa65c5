// averment extract: the engine itself over one file; no service is asked and nothing is stored.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { normalize } from '../../articles/text.ts'
import { createEngine } from '../../engine/index.ts'
import { presentExtraction } from '../../intake/extraction.ts'
import { readFile as readArticle } from '../../intake/files/read.ts'
import type { Extraction } from '../../intake/schema.ts'
import { shippedWeights } from '../../weights.ts'
import { inWords, Stop } from './ending.ts'
import { counted, print, printable, printJson, remark, screenWidth, tableOf } from './printing.ts'

interface Options {
  readonly json?: boolean
  readonly offsetUnit: string
}

export const extract = (program: Command): void => {
  program
    .command('extract')
    .summary('the claims in a file, without a service')
    .description('Finds who says what in a file, with the engine itself; nothing is stored.')
    .argument('<file>', 'a .txt, .html, .pdf, .docx or .eml, or - for what is piped in')
    .option('--json', 'print what POST /v1/extract answers')
    .option('--offset-unit <unit>', 'codepoint or utf16, for the offsets in JSON', 'codepoint')
    .addHelpText(
      'after',
      `
Examples:
  averment extract article.txt
  curl -s https://paper.example/article.html | averment extract - --json`,
    )
    .action(async (file: string, { json, offsetUnit: unit }: Options) => {
      if (unit !== 'codepoint' && unit !== 'utf16')
        throw new Stop('usage', `--offset-unit is codepoint or utf16, not ${JSON.stringify(unit)}.`)
      const text = await articleText(file)
      const engine = createEngine(shippedWeights())
      const found = presentExtraction(engine, text, engine.extract(text), unit)
      if (json) return printJson(found)
      if (found.claims.length > 0) await print(claimTable(found.claims))
      remark(`${counted(found.claims.length, 'claim')} · engine ${found.engine.version}`)
    })
}

/** Read as the service reads it. */
async function articleText(file: string): Promise<string> {
  const refusal = (why: string) => new Stop('usage', `${file} cannot be read: ${why}`)
  const bytes = await (file === '-' ? piped() : readFile(file)).catch((error: unknown) => {
    throw refusal(`${inWords(error)}.`)
  })
  const reading = await readArticle(file === '-' ? '' : basename(file), bytes)
  if (reading.status === 'refused') throw refusal(reading.detail)
  return normalize(reading.text)
}

async function piped(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function claimTable(claims: Extraction['claims']): string {
  const narrow = 4 + 24 + 10 + 5
  const columns = [
    { head: '#', width: 4 },
    { head: 'Who', width: 24 },
    { head: 'How', width: 10 },
    { head: 'Sure', width: 5 },
    { head: 'What', width: screenWidth() - narrow - 4 },
  ]
  const rows = claims.map((claim) => [
    `${claim.ordinal}`,
    printable(claim.speakers.map(({ name }) => name).join(', ') || '?'),
    claim.polarity === 'asserted' ? claim.type : `${claim.type} ${claim.polarity}`,
    `${Math.round(claim.confidence * 100)} %`,
    printable(claim.quote),
  ])
  return tableOf(columns, rows)
}
