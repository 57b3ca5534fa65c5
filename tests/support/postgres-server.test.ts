// A run of tests that had a PostgreSQL ends as the tests ended.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'averment-ending-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([0, 1])('a process that could have started PostgreSQL ends with %i where it was told to', (code) => {
  const program = `
    const { embedded } = await import('./postgres-server.ts')
    await embedded(${JSON.stringify(join(folder, `${code}`))})
    process.exitCode = ${code}`
  const started = [...['--import', 'tsx'], '--input-type=module', '-e', program]
  const { status, stderr } = spawnSync(process.execPath, started, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(code)
})
