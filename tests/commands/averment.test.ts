// The built command line, each command as a process of its own against a real service that it started itself.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endings } from '../../src/commands/cli/ending.ts'
import { averment, commandLine, root } from './command-line.ts'

const QUESTION = 'business-records-vs-personal-documents'
const { run, ended, folder, database, url } = commandLine()

describe('README', () => {
  const section =
    /^## Command line$([\s\S]*?)^## /m.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''

  it('shows what the commands print', async () => {
    const commands = /^```sh\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? ''
    const printed = [...commands.matchAll(/#=> (.*)$/gm)].map((match) => match[1] ?? '')
    expect(printed.length).toBeGreaterThan(5)
    // The built command in place of the one that npx finds.
    const npx = `npx() { shift; ${process.execPath} ${averment} "$@"; }\n`
    const env = { AT: url(), KEY: 'cli-key-1', DATABASE_URL: database }
    const { out, err, code } = await ended('bash', ['--norc', '-euo', 'pipefail', '-c', npx + commands], env)
    expect(out.trim().split('\n'), err).toEqual(printed)
    expect(code, err).toBe(0)
  })

  it('names every command and every exit code', async () => {
    const { out } = await run(['--help'])
    const commands = [...out.matchAll(/^ {2}(\w+) .*$/gm)].map((match) => match[1] ?? '').slice(0, -1)
    for (const command of commands.filter((one) => !/^(help|\d)$/.test(one)))
      expect(section).toMatch(new RegExp(`^\\|.*\`${command}[ \`].* \\|`, 'm'))
    for (const { code, meaning } of Object.values(endings))
      expect(section).toContain(`| ${code} | ${meaning} |`)
  })
})

describe('what cannot be done', () => {
  it.concurrent.each<[string, string[], number, string]>([
    ['no such command', ['improt'], 2, "unknown command 'improt'"],
    ['no argument', ['positions'], 2, "missing required argument 'question'"],
    ['no such option', ['keys', 'list', '--fast'], 2, "unknown option '--fast'"],
    ['no such file', ['import', 'absent.ndjson'], 2, 'absent.ndjson cannot be read: there is no such file'],
    ['no such file to extract', ['extract', 'absent.txt'], 2, 'absent.txt cannot be read'],
    ['no address', ['keys', 'list', '--url', 'localhost'], 2, '"localhost" is no address'],
    ['nobody there', ['keys', 'list', '--url', 'http://127.0.0.1:9'], 3, 'cannot be reached'],
    ['a bad key', ['import', 'examples', '--key', 'nobody-s'], 3, 'Refused (401): The key is unknown'],
    [
      'no such question',
      ['positions', 'nobody-asks'],
      3,
      'Refused (404): There is no question "nobody-asks".',
    ],
    [
      'no such format',
      ['export', 'claims.doc'],
      2,
      'There is no format "claims.doc"; there is claims.ndjson',
    ],
    ['no such filter', ['export', 'claims.csv', '--where', 'speker=x'], 3, 'There is no field "speker" here'],
    ['nobody of the name', ['keys', 'create', 'Nobody'], 3, 'Nobody is called "Nobody".'],
    ['no set', ['evaluate', 'absent/'], 2, 'There is no absent/.'],
    ['no trainer', ['train', 'patience'], 2, 'claims, speakers and stance'],
    [
      'PostgreSQL',
      ['backup', 'x.db', '--database', 'postgres://u@h/d'],
      2,
      'pg_dump --format=custom --file=x.db',
    ],
    [
      'a database that is none',
      ['backup', 'x.db', '--database', 'file:examples/article.json'],
      1,
      'There is no backup',
    ],
  ])('%s', async (_, args, code, message) => {
    const { err, out, code: found } = await run(args)
    expect(err).toContain(message)
    expect([out, found]).toEqual(['', code])
    expect(err).not.toMatch(/^ {4}at /m)
  })
})

it('a backup that failed leaves nothing behind', () => {
  expect(readdirSync(folder).filter((name) => /^x\.db/.test(name))).toEqual([])
})

it('a key that was made works until it is revoked', async () => {
  const made = await run(['keys', 'create', 'me', '--name', 'laptop', '--json'])
  const { id, key } = JSON.parse(made.out) as { id: string; key: string }
  const listed = await run(['keys', 'list', '--key', key])
  expect(listed.out).toMatch(new RegExp(`^${id}\\s+laptop\\s.*\\sworks$`, 'm'))
  expect((await run(['keys', 'revoke', 'me', id])).out).toBe(`${id} no longer works.\n`)
  expect((await run(['keys', 'list', '--key', key])).code).toBe(3)
})

it('positions are a table with bars, or JSON', async () => {
  await run(['import', 'examples/ten-claims.json'])
  const table = await run(['positions', QUESTION])
  expect(table.out).toMatch(/^Owen Tarn +0 +3 █+ +0 +0 +personal-documents$/m)
  const { data } = JSON.parse((await run(['positions', QUESTION, '--limit', '1', '--json'])).out) as {
    data: { leaning: string }[]
  }
  expect(data).toHaveLength(1)
})
