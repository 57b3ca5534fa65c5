// Prints every package that the service is delivered with, its version and its licence: `npm run licences`.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAllowed, type Lock, licensed } from './licensed.ts'

const root = join(import.meta.dirname, '../..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
const page = join(root, 'src/web')
const bundled = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => [
    ...readFileSync(join(page, name), 'utf8').matchAll(/ from '((?:@[^/']+\/)?[^./'][^/']*)/g),
  ])
  .map((found) => found[1] ?? '')

const all = licensed(lock, bundled)
for (const one of all)
  console.log(
    `${one.name} ${one.version} ${one.licence}${one.optional ? ' (optional)' : ''}${isAllowed(one) ? '' : ' NOT ALLOWED'}`,
  )
console.log(`${all.length} packages.`)
if (!all.every(isAllowed)) process.exitCode = 1
