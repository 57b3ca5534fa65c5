// README and ARCHITECTURE say what is so: settings, routes, commands, rooms and files are held against the code.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsGuide } from '../src/config.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const readme = read('README.md')
const architecture = read('ARCHITECTURE.md')
const packageJson = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')

describe('README', () => {
  it('has a row for every setting, with its default and meaning', () => {
    const rows = settingsGuide.map(
      ({ name, fallback, meaning }) =>
        `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\` `}| ${meaning} |`,
    )
    for (const row of rows) expect(readme).toContain(row)
    expect(found(readme, /^\| `([A-Z_]+)` \|/gm)).toEqual(settingsGuide.map(({ name }) => name))
  })

  it('names every route, and none that is not there', () => {
    const { paths } = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, object> }
    const routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(found(readme, /`((?:GET|POST|PATCH|DELETE) \/[^`]*)`/g).sort()).toEqual(routes.sort())
  })

  it('names commands that there are', () => {
    for (const command of found(readme, /npm run ([\w:-]+)/g))
      expect(packageJson.scripts).toHaveProperty([command])
    for (const script of Object.values(packageJson.scripts))
      for (const file of found(script, /tsx (\S+)/g)) expect(existsSync(join(root, file)), file).toBe(true)
  })

  it('gives the samples and addresses that the service has', () => {
    expect(readme.startsWith('# Averment\n\n```\nnpm ci && npm start\nnpm ci && npm test\n```\n')).toBe(true)
    for (const file of found(readme, /-d @(\S+)/g)) expect(() => JSON.parse(read(file))).not.toThrow()
  })
})

describe('README and ARCHITECTURE', () => {
  it.each([
    ['README.md', readme],
    ['ARCHITECTURE.md', architecture],
  ])('%s links to files that there are', (_name, text) => {
    for (const link of found(text, /\]\(([^)#]+)\)/g))
      if (!link.startsWith('http')) expect(existsSync(join(root, link)), link).toBe(true)
  })
})

describe('ARCHITECTURE', () => {
  it('speaks of every room', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    for (const { name } of rooms) expect(architecture, name).toContain(`**${name}**`)
  })

  it('names files that there are', () => {
    const names = found(architecture, /`((?:src|tests)\/[\w./-]+\.ts)`/g)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) expect(existsSync(join(root, name)), name).toBe(true)
    for (const name of found(architecture, /`([a-z]+\/[\w-]+\.ts)`/g))
      if (!/^(src|tests|tests)\//.test(name)) expect(existsSync(join(root, 'src', name)), name).toBe(true)
  })
})
