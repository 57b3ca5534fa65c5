// The built service as it is started: what it prints, what it serves, how it ends. `npm test` builds it first.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/main.js')

interface Run {
  readonly child: ChildProcess
  /** All it has printed. */
  output(): string
  readonly ended: Promise<{ code: number | null; output: string }>
}

function run(environment: Record<string, string>): Run {
  if (!existsSync(program)) throw new Error('Run `npm run build` first: this tests the built service.')
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...environment, PATH: process.env.PATH },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
  return { child, output: () => output, ended }
}

/** The address it serves on, once it has said so. */
async function serving(started: Run): Promise<string> {
  for (;;) {
    const address = /serves on (http:\S+)/.exec(started.output())?.[1]
    if (address !== undefined && started.output().includes('curl -X POST')) return address
    const ended = await Promise.race([started.ended, new Promise((resolve) => setTimeout(resolve, 20))])
    if (ended) throw new Error(started.output())
  }
}

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'data', 'averment.db')}`
}

/** The two commands it prints, as requests. */
function commandsIn(output: string): { read: string; post: string; key: string } {
  const read = /curl '(\S+)'/.exec(output)?.[1] ?? ''
  const [, post = '', key = ''] = /curl -X POST (\S+) -H "Authorization: Bearer (\S+)"/.exec(output) ?? []
  return { read, post, key }
}

describe('npm start', () => {
  it('serves what it prints, keeps it over a restart, and ends in good order', async () => {
    const settings = { PORT: '0', DATABASE_URL: freshFile() }
    const first = run(settings)
    const address = await serving(first)
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    const { read, post, key } = commandsIn(first.output())
    expect(first.output().match(/shown this once: \S+/g)).toEqual([`shown this once: ${key}`])

    const standing = async (url: string) =>
      (
        (await (await fetch(url)).json()) as { data: { speaker: { name: string }; claims: number }[] }
      ).data.map((one) => `${one.speaker.name}: ${one.claims}`)
    const before = await standing(read)
    expect(before.length).toBeGreaterThan(0)
    const article = readFileSync(join(root, 'examples/article.json'), 'utf8')
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(post, { method: 'POST', headers, body: article })
    expect(answer.status).toBe(201)
    const after = await standing(read)
    expect(after).not.toEqual(before)

    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)

    const second = run(settings)
    const again = await serving(second)
    expect(second.output()).not.toContain('shown this once')
    expect(await standing(read.replace(address, again))).toEqual(after)
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(0)
  })

  it('starts with the question alone where no samples are wanted, and with the key it is given', async () => {
    const started = run({
      PORT: '0',
      DATABASE_URL: 'file::memory:',
      DEMO: 'false',
      ADMIN_KEY: 'open-sesame-1',
    })
    const address = await serving(started)
    const read = async (path: string, key?: string) =>
      (await (
        await fetch(
          `${address}${path}`,
          key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } },
        )
      ).json()) as { data?: unknown[]; role?: string }
    expect((await read('/v1/articles')).data).toEqual([])
    expect((await read('/v1/questions')).data).toHaveLength(1)
    expect((await read('/v1/annotators/me', 'open-sesame-1')).role).toBe('admin')
    expect(started.output()).not.toContain('open-sesame')
  })

  it('is refused by bad settings, with one line for each', async () => {
    const { code, output } = await run({ PORT: 'x', DEMO: 'perhaps' }).ended
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toEqual([
      'PORT is a whole number from 0 to 65535, not "x".',
      'DEMO is true or false, not "perhaps".',
    ])
  })

  it('says in one line what keeps it from starting', async () => {
    const taken = run({ PORT: '0', DATABASE_URL: 'file::memory:', DEMO: 'false' })
    const port = new URL(await serving(taken)).port
    const { code, output } = await run({ PORT: port, DATABASE_URL: 'file::memory:', DEMO: 'false' }).ended
    expect(code).toBe(1)
    expect(output).toMatch(/^listen EADDRINUSE.*$/m)
    expect(output).not.toMatch(/^ {4}at /m)
  })
})
