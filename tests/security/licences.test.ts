// What the service is delivered with may be passed on, and SECURITY.md speaks of what there is.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAllowed, type Lock, licensed } from '../../src/commands/licensed.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

describe('the packages', () => {
  const lock = JSON.parse(read('package-lock.json')) as Lock

  it('are under licences that let the service be passed on, those of the page included', () => {
    const all = licensed(lock, ['preact', 'd3-scale', 'd3-array'])
    expect(all.length).toBeGreaterThan(100)
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['fastify', 'preact', 'internmap']))
    expect(all.map(({ name }) => name)).not.toContain('vitest')
    expect(all.filter((one) => !isAllowed(one))).toEqual([])
  })

  it('of OpenTelemetry are optional', () => {
    const named = licensed(lock).filter(({ name }) => name.startsWith('@opentelemetry/sdk'))
    expect(named.length).toBeGreaterThan(0)
    expect(named.every(({ optional }) => optional)).toBe(true)
  })

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['(MIT AND GPL-3.0-only)', false],
    ['AGPL-3.0', false],
    ['none', false],
  ])('%s: %s', (licence, allowed) => {
    expect(isAllowed({ name: 'x', licence })).toBe(allowed)
  })
})

describe('SECURITY.md', () => {
  const text = read('SECURITY.md')

  it('names tests that there are', () => {
    const named = [...text.matchAll(/`(tests\/[\w./-]+\.ts)`/g)].map((found) => found[1] ?? '')
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it('has each of the ten risks, and each has a test of its name', () => {
    const tests =
      read('tests/security/owasp-authorization.test.ts') + read('tests/security/owasp-use.test.ts')
    const risks = [...text.matchAll(/^\| API(\d+) ([^|]+) \|/gm)]
    expect(risks.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const [, number, name] of risks) expect(tests).toContain(`describe('API${number}:2023 ${name}'`)
  })
})
