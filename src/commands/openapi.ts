// npm run openapi: writes the API document from the routes as they are, for OpenAPI 3.1 and 3.0, and the client from it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../app.ts'
import { createEngine } from '../engine/index.ts'
import { asOpenApi30, type Document } from '../http/document/index.ts'
import { systemRuntime } from '../runtime.ts'
import { openDatabase } from '../storage/open.ts'
import { shippedWeights } from '../weights.ts'
import { writeClient } from './client.ts'

const root = new URL('../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }

const db = await openDatabase('file::memory:')
const { app } = await buildApp({
  db,
  engine: createEngine(shippedWeights()),
  runtime: systemRuntime(),
  publicRead: true,
  rateLimit: 0,
  logger: false,
  checkAnswers: false,
  version,
})
await app.ready()
mkdirSync(new URL('openapi/', root), { recursive: true })
const document = app.swagger() as unknown as Document
for (const [name, one] of [
  ['openapi.json', document],
  ['openapi-3.0.json', asOpenApi30(document)],
] as const)
  writeFileSync(new URL(`openapi/${name}`, root), `${JSON.stringify(one, null, 2)}\n`)
await writeClient(document, fileURLToPath(new URL('openapi/client/generated', root)))
await app.close()
await db.close()
