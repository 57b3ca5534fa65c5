// What all importers have in common, and what the README says of them.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { formats } from '../../src/commands/cli/import-as.ts'
import { openNewsroom } from '../support/newsroom.ts'
import { imported, sent } from './sending.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

function names(): string[] {
  const { paths } = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, unknown> }
  return Object.keys(paths).flatMap((path) => /^\/v1\/imports\/(.+)$/.exec(path)?.[1] ?? [])
}

it('are those that the command line knows', () => {
  expect([...formats].sort()).toEqual(names().sort())
})

it('says in the README who may send which file, and what of it is not brought', async () => {
  const news = await openNewsroom()
  expect(names().length).toBeGreaterThan(2)
  for (const name of names()) {
    const by = (await sent(news, name, '', { as: 'curator' })).status === 403 ? 'admin' : 'curator'
    const { losses } = await imported(news, name, '')
    expect(read('README.md')).toContain(
      `| \`${name}\` | ${by} | ${losses.map(({ code }) => code).join(', ')} |`,
    )
  }
})
