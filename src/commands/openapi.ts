// npm run openapi: writes openapi/openapi.json from the routes as they are.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { buildApp } from '../app.ts'
import { createEngine } from '../engine/index.ts'
import { systemRuntime } from '../runtime.ts'
import { openDatabase } from '../storage/open.ts'
import { shippedWeights } from '../weights.ts'

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
writeFileSync(new URL('openapi/openapi.json', root), `${JSON.stringify(app.swagger(), null, 2)}\n`)
await app.close()
await db.close()
