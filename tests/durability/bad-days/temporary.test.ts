// Days on which the temporary folder is full, or not there: what needs it is refused plainly, everything else goes on, and
// what a killed process has left there goes at the next start.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type Part, readForm } from '../../../src/intake/files/form.ts'
import { removeAbandoned, temporaryFolder } from '../../../src/storage/temporary.ts'
import { FORM, formOf, type Sent } from '../../intake/files/making.ts'
import { expectRefused, type Newsroom, ok, openNewsroom } from '../../support/newsroom.ts'
import { freshFile } from '../../support/sqlite-file.ts'
import { built } from '../built.ts'

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function temporarilyAt(folder: string): void {
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
}

const file: Sent = ['a.txt', '“It is ours,” said Ida Orme.']
const sendFile = (news: Newsroom) => news.post('/v1/articles/files', 'annotator', formOf([file]), FORM)

it('not there: forms of files and long pasts are told so, all else goes on, and so do they once it is there', async () => {
  const news = await openNewsroom({ url: `file:${freshFile()}`, longPast: 1 })
  await news.article('“They are ours,” said Mara Voss.')
  const [before, seq] = [await news.rows(), await news.seq()]
  const folder = join(ownFolder(), 'gone')
  temporarilyAt(folder)
  for (const answer of [await sendFile(news), await news.get(`/v1/claims?asOf=${seq}`)]) {
    const problem = expectRefused(answer, { status: 503 })
    expect(problem.detail).toMatch(/^The temporary folder of the service is not there/)
    expect(problem).not.toHaveProperty('reason')
    expect(answer.text).not.toContain(folder)
    expect(answer.headers['retry-after']).toBe('30')
  }
  expect(await news.rows()).toEqual(before)
  ok(await news.get('/health/ready'))
  mkdirSync(folder)
  const past = ok(await news.get<{ data: unknown[] }>(`/v1/claims?asOf=${seq}`))
  expect(past.data).toHaveLength(1)
  expect((await sendFile(news)).status).toBe(200)
  // Somebody tidies up: what was restored is asked on, and what comes next is restored anew.
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  expect(ok(await news.get(`/v1/claims?asOf=${seq}`))).toEqual(past)
  expect(ok(await news.get<{ data: unknown[] }>(`/v1/claims?asOf=${seq + 1}`)).data).toHaveLength(1)
  await news.close()
  expect(readdirSync(folder)).toEqual([])
})

it.each([
  ['ENOSPC', 'disk-full', /^The temporary folder of the service is full/],
  ['EDQUOT', 'disk-full', /^The temporary folder of the service is full/],
  ['EROFS', 'read-only', /^The service may not write to its temporary folder/],
  ['EACCES', 'read-only', /^The service may not write to its temporary folder/],
] as const)('%s within a form: %s, and nothing of it is left', async (code, reason, message) => {
  const folder = ownFolder()
  temporarilyAt(folder)
  async function* bytes() {
    yield 'The first half.'
    throw Object.assign(new Error(`${code}: not written, ${folder}`), { code })
  }
  async function* parts() {
    const sent = Object.assign(Readable.from(bytes()), { truncated: false, bytesRead: 0 })
    yield { type: 'file', fieldname: 'files', filename: 'a.txt', file: sent } satisfies Part
  }
  const refused = expect(readForm(parts())).rejects
  await refused.toMatchObject({
    name: 'Unavailable',
    state: { reason },
    message: expect.stringMatching(message),
  })
  expect(readdirSync(folder)).toEqual([])
})

it('what killed processes have left goes, and nothing of those that live or of anybody else', async () => {
  const folder = ownFolder()
  temporarilyAt(folder)
  const { pid: dead } = spawnSync(process.execPath, ['--version'])
  const mine = (await temporaryFolder('past')).slice(folder.length + 1)
  const began = mine.split(/[.-]/).at(-2)
  const lost = [
    `averment-past-${dead}.${began}-abcdef`,
    `averment-files-${dead}.1a-abcdef`,
    // A number that was given out again.
    `averment-past-${process.pid}.1a-abcdef`,
  ]
  const kept = [
    mine,
    `averment-past-${process.ppid}.1a-abcdef`,
    `averment-test-${dead}.1a-abcdef`,
    'averment-past-abcdef',
  ]
  for (const name of [...lost, ...kept]) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, '1.db'), 'x')
  }
  await removeAbandoned()
  expect(readdirSync(folder).sort()).toEqual([...kept].sort())
})

it('a service clears away at its start what one that was killed has left', async () => {
  const folder = ownFolder()
  const url = `file:${join(ownFolder(), 'press.db')}`
  const { pid } = spawnSync(process.execPath, ['--version'])
  mkdirSync(join(folder, `averment-past-${pid}.1a-abcdef`))
  const { child, ended } = await built(url, { TMPDIR: folder })
  expect(readdirSync(folder)).toEqual([])
  child.kill('SIGTERM')
  await ended
})
