// The README's section for annotators, run as it is written against the built service. `npm test` builds it first.

import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/main.js')
const KEY = 'walkthrough-key-1'

/** The commands of the section, and what each says it prints. */
function walkthrough(): { commands: string; printed: string[] } {
  const section =
    /^## For annotators$([\s\S]*?)^## /m.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
  const commands = /^```sh\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? ''
  const printed = [...commands.matchAll(/#=> (.*)$/gm)].map((match) => match[1] ?? '')
  return { commands, printed }
}

/** The address of a service of its own. */
async function serving(): Promise<string> {
  if (!existsSync(program)) throw new Error('Run `npm run build` first: this tests the built service.')
  const env = {
    PORT: '0',
    DATABASE_URL: 'file::memory:',
    DEMO: 'false',
    ADMIN_KEY: KEY,
    PATH: process.env.PATH,
  }
  const child = spawn(process.execPath, [program], { cwd: root, env })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  for await (const chunk of child.stdout) {
    output += chunk
    const address = /serves on (http:\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(output)
}

it('two people, ten claims, one disagreement and one ruling', async () => {
  const { commands, printed } = walkthrough()
  expect(printed.length).toBeGreaterThan(5)
  const env = { AT: await serving(), KEY, PATH: process.env.PATH }
  const { stdout, stderr } = await promisify(execFile)(
    'bash',
    ['--norc', '-euo', 'pipefail', '-c', commands],
    {
      cwd: root,
      env,
    },
  )
  expect(stdout.trim().split('\n'), stderr).toEqual(printed)
})
