// The example of the client in README, run as it stands there, against a real service.

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { openNewsroom } from '../support/newsroom.ts'
import { addressOf } from './service.ts'

const root = join(import.meta.dirname, '../..')

it('prints the words of the claims, and the first change', async () => {
  const [, example = ''] = /```ts\n(import .*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'averment-readme-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'example.mts')
  const client = pathToFileURL(join(root, 'openapi/client/index.ts')).href
  writeFileSync(file, example.replace("'averment/client'", `'${client}'`))

  const news = await openNewsroom()
  const env = { ...process.env, AT: await addressOf(news), KEY: await news.keyOf('curator') }
  const run = [join(root, 'node_modules/tsx/dist/cli.mjs'), file]
  const { stdout } = await promisify(execFile)(process.execPath, run, { env, cwd: root })
  expect(stdout.split('\n')).toEqual(['The parcels are ours,', 'create annotator', ''])
})
