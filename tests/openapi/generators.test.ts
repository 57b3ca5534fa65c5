// Four generators of clients read the document, and what they write holds under `tsc --strict`. The first one's is ours.

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { generate } from 'orval'
import { generateApi } from 'swagger-typescript-api'
import { afterAll, expect, it } from 'vitest'
import { writeClient } from '../../src/commands/client.ts'
import { kept } from './kept.ts'

const root = join(import.meta.dirname, '../..')
const input = join(root, 'openapi/openapi.json')
const folder = mkdtempSync(join(tmpdir(), 'averment-sdks-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** All files under it, by their paths. */
const filesIn = (at: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(at, path), readFileSync(path, 'utf8')]),
  )

it('the client in the repository is what the document gives; after a change of a route run `npm run openapi`', async () => {
  const fresh = join(folder, 'ours')
  await writeClient(kept('openapi.json'), fresh)
  expect(filesIn(fresh)).toEqual(filesIn(join(root, 'openapi/client/generated')))
})

/** A call by the types of openapi-typescript, which is nothing without openapi-fetch. */
const call = `import createClient from 'openapi-fetch'
import type { components, paths } from './schema.js'
const client = createClient<paths>({ baseUrl: 'http://localhost' })
export async function claims(question: string): Promise<components['schemas']['Claim'][]> {
  const { data, error } = await client.GET('/v1/claims', { params: { query: { question, limit: 5 } } })
  if (error) throw new Error(error.detail)
  return data.data
}
`

it('hey-api, openapi-typescript with openapi-fetch, orval and swagger-typescript-api write sound code', async () => {
  const at = (name: string) => join(folder, 'sdks', name)
  await createClient({
    input,
    output: at('hey-api'),
    logs: { level: 'silent' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  })
  mkdirSync(at('openapi-fetch'), { recursive: true })
  const types = await openapiTypescript(pathToFileURL(input), { defaultNonNullable: false })
  writeFileSync(join(at('openapi-fetch'), 'schema.d.ts'), astToString(types))
  writeFileSync(join(at('openapi-fetch'), 'call.ts'), call)
  await generate({
    input: { target: input },
    output: {
      target: join(at('orval'), 'client.ts'),
      client: 'fetch',
      mode: 'single',
      baseUrl: 'http://localhost',
    },
  })
  await generateApi({ input, output: at('swagger-typescript-api'), fileName: 'client.ts', silent: true })
  const found = ['hey-api', 'openapi-fetch', 'orval', 'swagger-typescript-api'].map((name) =>
    Object.values(filesIn(at(name)))
      .join('\n')
      .includes('ClaimPage'),
  )
  expect(found).toEqual([true, true, true, true])

  const compilerOptions = {
    ...{
      strict: true,
      noEmit: true,
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      types: [],
    },
    ...{
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      paths: { 'openapi-fetch': [join(root, 'node_modules/openapi-fetch')] },
    },
  }
  const project = join(folder, 'tsconfig.json')
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ['sdks'] }))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', project]).catch(
    (error: { stdout: string }) => error,
  )
  expect(stdout).toBe('')
})
