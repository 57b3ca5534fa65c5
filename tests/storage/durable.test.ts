// What was answered is on disk: a process that is killed right after an answer has lost nothing of it.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { eachDialect } from '../support/dialects.ts'
import { noting } from './noting.ts'

const writer = fileURLToPath(new URL('./killed-writer.ts', import.meta.url))

/** Runs the writer until it has answered some writes, kills it in the midst, and gives what it had answered. */
function answeredBeforeDeath(url: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, url])
    let output = ''
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.split('\n').length > 200) child.kill('SIGKILL')
    })
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(errors))
    })
  })
}

eachDialect('a write that was answered', ({ url, open }) => {
  it('outlives the process', async () => {
    const answered = await answeredBeforeDeath(await url())
    const room = noting(await open())
    const stored = new Set(await room.ids())
    expect(answered.length).toBeGreaterThanOrEqual(200)
    expect(answered.filter((id) => !stored.has(id))).toEqual([])
    const entries = await room.ledger()
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, i) => i + 1))
    expect(entries.length).toBe(stored.size)
  })
})
