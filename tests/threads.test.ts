// Threads that cannot be had are a refusal, and not the end of the process.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { Unavailable } from '../src/errors.ts'
import { threads } from '../src/threads.ts'

const folder = mkdtempSync(join(tmpdir(), 'averment-threads-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('whoever waits for one is told, and the next is served once there is one', async () => {
  const from = pathToFileURL(join(folder, 'pool.ts')).href
  const work = join(folder, 'work.ts')
  writeFileSync(work, "throw new Error('EMFILE: too many open files')")
  const pool = threads('./work', from, { most: 2, idle: 1000 })
  const refused = await Promise.allSettled([pool.run(1), pool.run(2), pool.run(3)])
  for (const one of refused)
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) })
  writeFileSync(work, 'export default (n: number) => n + 1')
  expect(await pool.run(4)).toBe(5)
  await pool.destroy()
})
