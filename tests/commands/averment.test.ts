// The built command line, each command as a process of its own against a real service that it started itself.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endings } from '../../src/commands/cli/ending.ts'

const root = join(import.meta.dirname, '../..')
const averment = join(root, 'dist/commands/averment.js')
const QUESTION = 'business-records-vs-personal-documents'
const folder = mkdtempSync(join(tmpdir(), 'averment-cli-'))
const here = (name: string) => join(folder, name)
const database = `file:${here('press.db')}`

let service: ChildProcess
let url: string

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

function ended(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const settings = { PATH: process.env.PATH, AVERMENT_URL: url, AVERMENT_KEY: 'cli-key-1', ...env }
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd: folder, env: settings }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

const run = (args: readonly string[], env?: Record<string, string>) =>
  ended(process.execPath, [averment, ...args], env)

beforeAll(async () => {
  if (!existsSync(averment)) throw new Error('Run `npm run build` first: this tests the built command.')
  symlinkSync(join(root, 'examples'), here('examples'))
  const env = { PATH: process.env.PATH, DEMO: 'false', ADMIN_KEY: 'cli-key-1' }
  service = spawn(process.execPath, [averment, 'serve', '--port', '0', '--database', database], {
    cwd: folder,
    env,
  })
  let output = ''
  for await (const chunk of service.stdout ?? []) {
    output += chunk
    const address = /serves on (http:\S+)/.exec(output)?.[1]
    if (address === undefined) continue
    url = address
    return
  }
  throw new Error(output)
})

afterAll(async () => {
  const gone = new Promise((resolve) => service.on('close', resolve))
  service.kill('SIGTERM')
  expect(await gone).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

describe('README', () => {
  const section =
    /^## Command line$([\s\S]*?)^## /m.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''

  it('shows what the commands print', async () => {
    const commands = /^```sh\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? ''
    const printed = [...commands.matchAll(/#=> (.*)$/gm)].map((match) => match[1] ?? '')
    expect(printed.length).toBeGreaterThan(5)
    // The built command in place of the one that npx finds.
    const npx = `npx() { shift; ${process.execPath} ${averment} "$@"; }\n`
    const env = { AT: url, KEY: 'cli-key-1', DATABASE_URL: database }
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

describe('import', () => {
  const said = (words: string) =>
    JSON.stringify({ title: words, text: `"${words}," said Ines Calder, a ferry captain.` })

  it('takes files of every kind, names each that is refused, and skips what is there the next time', async () => {
    const { out: _ } = await ended('mkdir', ['-p', 'in/deep'])
    writeFileSync(here('in/a.ndjson'), `\ufeff${said('The quay is dry')}\n\nnot json\n{"title":"No text"}\n`)
    writeFileSync(here('in/b.json'), `[${said('The pier is long')}, ${said('The lamp is out')}]`)
    writeFileSync(here('in/c.html'), '<title>Rope</title><p>"The rope holds," said Nora Pike, a rigger.</p>')
    writeFileSync(
      here('in/deep/d.txt'),
      Buffer.from('\ufeffSails\n\n"The sail is torn," said Nora Pike.', 'utf16le'),
    )
    writeFileSync(here('in/e.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    writeFileSync(here('in/f.png'), 'left aside')
    const first = await run(['import', 'in', '--publisher', 'The Quay Gazette'])
    expect(first.out).toMatch(/^5 created, 0 there already, 3 refused, \d+ a second; 5 claims in [\d.]+ s\n$/)
    expect(first.err.trim().split('\n').sort()).toEqual([
      '1 file in folders left aside: neither articles nor text.',
      expect.stringMatching(/^in\/a.ndjson:3: The body is not JSON: /),
      'in/a.ndjson:4: /text: Give either text or html.',
      'in/e.txt: it is not text in UTF-8; save it as UTF-8.',
    ])
    expect(first.code).toBe(1)
    const listed = (await (await fetch(`${url}/v1/articles?publisher=The+Quay+Gazette`)).json()) as {
      data: { title: string }[]
    }
    expect(listed.data.map(({ title }) => title).sort()).toEqual(['Rope', 'Sails'])

    const again = await run(['import', 'in/b.json', 'in/c.html', '--json'])
    const lines = again.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ from, status }) => [from, status]).slice(0, 3)).toEqual([
      ['in/b.json:1', 'duplicate'],
      ['in/b.json:2', 'duplicate'],
      ['in/c.html', 'duplicate'],
    ])
    expect(lines[3]).toMatchObject({ created: 0, duplicate: 3, invalid: 0 })
    expect(again.code).toBe(0)
  })

  it('sends again what a cut connection left open, and loses and doubles nothing', async () => {
    let cuts = 0
    const cutting = createServer((from, to) => {
      const there = request(`${url}${from.url}`, { method: from.method, headers: from.headers }, (answer) => {
        to.writeHead(answer.statusCode ?? 500, answer.headers)
        if (from.url?.endsWith('/batch') && cuts++ === 0) answer.once('data', () => to.destroy())
        else answer.pipe(to)
      })
      from.pipe(there)
    })
    await new Promise<void>((resolve) => cutting.listen(0, '127.0.0.1', resolve))
    const lines = Array.from({ length: 100 }, (_, i) => said(`Ferry number ${i} sails at dawn`))
    writeFileSync(here('ferries.ndjson'), lines.join('\n'))
    const at = `http://127.0.0.1:${(cutting.address() as AddressInfo).port}`
    const { out, code } = await run(['import', 'ferries.ndjson', '--json', '--url', at])
    cutting.close()
    const summary = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, number>
    expect(cuts).toBeGreaterThan(1)
    expect((summary.created ?? 0) + (summary.duplicate ?? 0)).toBe(100)
    expect(code).toBe(0)
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
