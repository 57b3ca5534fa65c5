// Starts the service: settings, database, engine, listening; and stops it without dropping a request.

import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { announce } from './announcement.ts'
import { buildApp } from './app.ts'
import { BadSettings, readSettings, type Settings } from './config.ts'
import { createEngine } from './engine/index.ts'
import type { Tracing } from './http/trace.ts'
import { giveBack, growSlowly } from './operation/memory.ts'
import { BUSINESS_RECORDS_QUESTION } from './questions/shipped.ts'
import { systemRuntime } from './runtime.ts'
import { openDatabase } from './storage/open.ts'
import { removeAbandoned } from './storage/temporary.ts'
import { shippedWeights } from './weights.ts'

/** Requests in flight at a signal have this long, in milliseconds; then the process ends without them, within ten seconds. */
const GRACE = 9_800

/** Those that wait for a database which does not answer are told so before that, in milliseconds. */
const HOPE = 4_000

async function main(): Promise<void> {
  growSlowly()
  const settings = readSettings(process.env)
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  await removeAbandoned()
  const engine = createEngine(shippedWeights())
  const readTimeout = settings.DATABASE_READ_TIMEOUT * 1000
  const db = await openDatabase(settings.DATABASE_URL, settings.DATABASE_REPLICA_URL, readTimeout)
  const tracing = await tracingTo(settings.OTEL_EXPORTER_OTLP_ENDPOINT, version)
  const { app, start, warm } = await buildApp({
    db,
    engine,
    runtime: systemRuntime(),
    publicRead: settings.PUBLIC_READ,
    rateLimit: settings.RATE_LIMIT,
    trustedProxies: settings.TRUSTED_PROXY?.split(',').map((one) => one.trim()) ?? [],
    allowedOrigins: settings.ALLOWED_ORIGINS?.split(/, */) ?? [],
    logger: { level: settings.LOG_LEVEL },
    checkAnswers: false,
    tracing,
    pages: fileURLToPath(new URL('./web', import.meta.url)),
    version,
  })
  const { ADMIN_KEY: adminKey } = settings
  const { newAdminKey } = await start({
    demo: settings.DEMO,
    ...(adminKey === undefined ? {} : { adminKey }),
  })
  const close = async () => {
    setTimeout(() => db.abandon(), HOPE).unref()
    await app.close()
    await db.close()
    await tracing?.close()
  }
  closeOnSignals(close, () => app.log.error({ requests: app.underWay() }, 'cut off'))
  await app.listen({ host: settings.HOST, port: settings.PORT, listenTextResolver: () => 'listening' })
  const address = addressOf(settings, app.server.address() as AddressInfo)
  console.log(announce({ version, address, newAdminKey, question: BUSINESS_RECORDS_QUESTION.slug }))
  await giveBack()
  warm()
}

/** Loaded when somebody wants it: the packages are optional. */
async function tracingTo(endpoint: string | undefined, version: string): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined
  try {
    return (await import('./operation/tracing.ts')).openTracing(endpoint, version)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new BadSettings([
      'OTEL_EXPORTER_OTLP_ENDPOINT needs the optional packages of OpenTelemetry: npm install --include=optional.',
    ])
  }
}

function addressOf({ HOST }: Settings, { port }: AddressInfo): string {
  const everywhere = HOST === '0.0.0.0' || HOST === '::'
  const host = everywhere ? 'localhost' : HOST
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The first signal closes in good order, a second one ends at once. `late` is called when there is no more time for order. */
function closeOnSignals(close: () => Promise<void>, late: () => void): void {
  let closing = false
  const stop = () => {
    if (closing) process.exit(1)
    closing = true
    setTimeout(() => {
      late()
      process.exit(1)
    }, GRACE).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Lines that say what to do, for what can be foreseen; the whole error for what cannot. */
function fail(error: unknown): never {
  if (error instanceof BadSettings) console.error(error.lines.join('\n'))
  else if (error instanceof Error && isForeseen(error)) console.error(error.message)
  else console.error(error)
  process.exit(1)
}

const FORESEEN = new Set(['DatabaseIsNewer', 'Unavailable'])

/** A newer database, one that does not answer, a port or folder that cannot be had. */
const isForeseen = (error: Error & { syscall?: unknown }): boolean =>
  FORESEEN.has(error.name) || error.syscall !== undefined

main().catch(fail)
