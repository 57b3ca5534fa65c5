// What all importers have in common, and what the README says of them.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openNewsroom } from '../support/newsroom.ts'
import { imported, sent } from './sending.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

it('says in the README who may send which file, and what of it is not brought', async () => {
  const news = await openNewsroom()
  const { paths } = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, unknown> }
  const names = Object.keys(paths).flatMap((path) => /^\/v1\/imports\/(.+)$/.exec(path)?.[1] ?? [])
  expect(names.length).toBeGreaterThan(2)
  for (const name of names) {
    const by = (await sent(news, name, '', { as: 'curator' })).status === 403 ? 'admin' : 'curator'
    const { losses } = await imported(news, name, '')
    expect(read('README.md')).toContain(
      `| \`${name}\` | ${by} | ${losses.map(({ code }) => code).join(', ')} |`,
    )
  }
})
