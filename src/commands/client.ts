// The generated part of the client: hey-api's code for the API document, and which routes keep which manners.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import type { Document, Operation, Parameter } from '../http/document/shape.ts'

/** Writes it into the folder, which is emptied first. */
export async function writeClient(document: Document, folder: string): Promise<void> {
  await createClient({
    input: forgiving(document) as unknown as Record<string, unknown>,
    output: { path: folder, importFileExtension: '.ts', entryFile: false },
    logs: { level: 'silent' },
    plugins: [
      { name: '@hey-api/client-fetch', throwOnError: true },
      '@hey-api/typescript',
      {
        name: '@hey-api/sdk',
        operations: { strategy: 'single', containerName: 'Operations' },
        responseStyle: 'data',
      },
    ],
  })
  for (const part of ['client', 'core'])
    for (const name of readdirSync(join(folder, part))) uncheck(join(folder, part, name))
  writeFileSync(join(folder, 'manners.gen.ts'), mannersOf(document))
}

/** The machinery is sound under `strict`; this repository is stricter than that (exactOptionalPropertyTypes). */
const uncheck = (file: string) => writeFileSync(file, `// @ts-nocheck\n${readFileSync(file, 'utf8')}`)

const routesOf = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  )

const takes = ({ parameters = [] }: Operation, name: string): boolean =>
  parameters.some((one) => one.name === name)

function mannersOf(document: Document): string {
  const routes = routesOf(document)
  const that = (name: string) =>
    routes.filter(({ operation }) => takes(operation, name)).map(({ route }) => route)
  const manners = {
    /** A POST that takes an Idempotency-Key. */
    idempotent: that('Idempotency-Key'),
    /** A change that needs If-Match. */
    conditional: that('If-Match'),
    /** What speaks of offsets. */
    offsets: that('offsetUnit'),
  }
  return `// Which routes keep which manners.\n\nexport const manners = ${JSON.stringify(manners, null, 2)} as const;\n`
}

/** The client knows the ETags it has read, so that its callers need not give them. */
function forgiving(document: Document): Document {
  const optional = (one: Parameter) => (one.name === 'If-Match' ? { ...one, required: false } : one)
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths).map(([path, item]) => [
        path,
        Object.fromEntries(
          Object.entries(item).map(([method, operation]) => [
            method,
            operation.parameters
              ? { ...operation, parameters: operation.parameters.map(optional) }
              : operation,
          ]),
        ),
      ]),
    ),
  }
}
