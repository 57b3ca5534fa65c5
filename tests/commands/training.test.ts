// Training says on standard output what came of it and nothing else; how far it is goes to standard error.

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'averment-train-'))

/** “The locks hold,” said Ida Orme. One speaker of two who are named. */
function line(id: number): string {
  const text = `Ida Orme met Mara Voss at Fernhill ${id}. “The locks hold,” said Orme.`
  const at = (words: string): [number, number] => [
    text.lastIndexOf(words),
    text.lastIndexOf(words) + words.length,
  ]
  const attribution = { source: [at('Orme')], cue: [at('said')], content: [at('The locks hold,')] }
  const speakers = [{ name: 'Ida Orme', aliases: ['Orme'] }, { name: 'Mara Voss' }]
  return JSON.stringify({
    id: `${id}`,
    text,
    speakers,
    attributions: [{ ...attribution, speaker: 'Ida Orme' }],
  })
}

beforeAll(() => writeFileSync(join(folder, 'set.jsonl'), [1, 2, 3, 4].map(line).join('\n')))
afterAll(() => rmSync(folder, { recursive: true }))

it('with --json standard output is JSON', async () => {
  const trainer = join(root, 'src/commands/train-speakers.ts')
  const settings = [
    '--corpus',
    join(folder, 'set.jsonl'),
    '--folds',
    '2',
    '--out',
    join(folder, 'weights.ts'),
  ]
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', trainer, ...settings, '--json'],
    { cwd: root },
  )
  expect(JSON.parse(stdout)).toMatchObject({ articles: 4, folds: 2 })
  expect(stderr).toContain('of choices right in 2 folds')
})
