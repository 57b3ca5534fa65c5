// Hands each room what it needs and registers its routes. Reads no environment and does not listen.

import type { FastifyInstance } from 'fastify'
import { measuring } from './agreement/measuring.ts'
import { agreementRoutes } from './agreement/routes.ts'
import { agreementStore } from './agreement/store.ts'
import { people } from './annotators/people.ts'
import { annotatorRoutes } from './annotators/routes.ts'
import { annotatorStore } from './annotators/store.ts'
import { articleRoutes } from './articles/routes.ts'
import { articleStore } from './articles/store.ts'
import { changeRoutes } from './changes/routes.ts'
import { changeStore } from './changes/store.ts'
import { claimRoutes } from './claims/routes.ts'
import { claimStore } from './claims/store.ts'
import { claimTyping } from './claims/typing.ts'
import { type Engine, warnings } from './engine/index.ts'
import { exporting } from './exports/exporting.ts'
import { exportRoutes } from './exports/routes.ts'
import { moments } from './history/moments.ts'
import { idempotency } from './http/idempotency.ts'
import { createServer, type ServerOptions } from './http/server.ts'
import { arrivals } from './imports/arrivals.ts'
import { importersOf } from './imports/index.ts'
import { importRoutes } from './imports/routes.ts'
import { analyst } from './intake/analyst.ts'
import { explanationRoutes } from './intake/explanation.ts'
import { fileRoutes } from './intake/files/routes.ts'
import { teaching } from './intake/lessons.ts'
import { type Opening, opened } from './intake/opening.ts'
import { type Placing, placing } from './intake/placing.ts'
import { previewRoutes } from './intake/preview.ts'
import { reextractRoutes } from './intake/reextract.ts'
import { intakeRoutes } from './intake/routes.ts'
import { schooling } from './intake/schooling.ts'
import { intake } from './intake/take.ts'
import { leaseStore } from './leases/store.ts'
import { addDocs } from './operation/docs.ts'
import { measure } from './operation/metrics.ts'
import { addPages } from './operation/pages.ts'
import { operationRoutes } from './operation/routes.ts'
import { analysedInSpans, withSpans } from './operation/spans.ts'
import { watch } from './operation/watching.ts'
import { positionRoutes } from './positions/routes.ts'
import { positionStore } from './positions/store.ts'
import { progressRoutes } from './progress/routes.ts'
import { progressStore } from './progress/store.ts'
import { questionRoutes } from './questions/routes.ts'
import { questionStore } from './questions/store.ts'
import { queueRoutes } from './queue/routes.ts'
import { queueStore } from './queue/store.ts'
import { rulingRoutes } from './rulings/routes.ts'
import { rulingStore } from './rulings/store.ts'
import type { Runtime } from './runtime.ts'
import { speakerRoutes } from './speakers/routes.ts'
import { speakerStore } from './speakers/store.ts'
import { standingsStore } from './standings/store.ts'
import type { Database } from './storage/database.ts'
import { ledger as ledgerOf } from './storage/ledger.ts'
import { onAnyCommit } from './storage/peers.ts'
import { readiness } from './storage/readiness.ts'
import { tagRoutes } from './tags/routes.ts'
import { tagStore } from './tags/store.ts'
import { targeting } from './tags/target.ts'

export interface AppOptions extends Omit<ServerOptions, 'callerOf' | 'count' | 'reading'> {
  readonly db: Database
  readonly engine: Engine
  readonly runtime: Runtime
  /** Where the built web application lies; left out, the service has its API alone. */
  readonly pages?: string
  /** Milliseconds in which decisions are gathered before the machine learns from them; a moment when left out. */
  readonly learnAfter?: number
  /** Milliseconds between signs of life on streams; some seconds when left out. */
  readonly heartbeat?: number
  /** Changes beyond which the past is restored on a thread; a thousand when left out. */
  readonly longPast?: number
  /** Milliseconds for which the reader of an export may take nothing of it; a minute when left out. */
  readonly patience?: number
}

export interface Averment {
  readonly app: FastifyInstance
  /** Gives an empty database what it needs, and takes up what an earlier run left undone. */
  start(opening: Opening): Promise<{ newAdminKey: string | null }>
  /** Starts ahead of need what the first decision of a person needs. */
  warm(): void
  /** Who stands where, counted anew from the claims: what the kept counts must equal. */
  readonly positions: ReturnType<typeof positionStore>
}

export async function buildApp(options: AppOptions): Promise<Averment> {
  const { engine, runtime, tracing } = options
  const db = withSpans(options.db, tracing)
  const rooms = roomsOf({ db, runtime })
  const servers = { count: db.peers.count, reading: { replica: db.replica, ledger: rooms.ledger } }
  const app = await createServer({ ...options, ...servers, callerOf: rooms.people.callerOf })
  const receipts = idempotency(app, db, runtime.now)
  const metrics = measure(app, options.version)
  const reading = analysedInSpans(analyst(engine), tracing)
  const measures = measuring()
  const exports = exporting(db, options.patience)
  const learning = teaching({
    db,
    analyst: reading,
    engineVersion: engine.version,
    now: runtime.now,
    examplesOf: schooling(db, rooms.claims),
    question: (slug) => places.question(slug),
    renew: (slug) => places.renew(slug),
    log: app.log,
    gather: options.learnAfter,
  })
  const places: Placing = placing({
    db,
    engine,
    runtime,
    claims: rooms.claims,
    tags: rooms.tags,
    log: app.log,
    teaching: learning,
    lastChange: rooms.lastChange,
  })
  watch(metrics, db, { placing: places, learning })
  const { version: engineVersion } = engine
  const intakeServices = { ...rooms, db, runtime, analyst: reading, engineVersion, placing: places }
  const taking = intake(intakeServices)
  const arrived = arrivals({ openQuestions: places.questions, place: places.start, learn: learning.note })
  const past = moments<Rooms>({
    db,
    live: rooms,
    storesOf: (then) => roomsOf({ db: then, runtime }),
    now: runtime.now,
    long: options.longPast,
  })
  const shared = { ...rooms, receipts, runtime, asking: past.ask }

  await addDocs(app)
  if (options.pages !== undefined) await addPages(app, options.pages)
  await app.register(operationRoutes({ ready: readiness(db), metrics }))
  await app.register(
    async (v1) => {
      await v1.register(intakeRoutes({ ...shared, intake: taking, analyst: reading, engine }))
      await v1.register(fileRoutes({ runtime, intake: taking, analyst: reading }))
      await v1.register(reextractRoutes({ ...shared, ...intakeServices }))
      await v1.register(
        explanationRoutes({ ...shared, db, engine, placing: places, articleOf: rooms.articles.find }),
      )
      await v1.register(previewRoutes({ ...shared, db, engine, warnings }))
      await v1.register(articleRoutes(shared))
      await v1.register(claimRoutes({ ...shared, place: places.one }))
      await v1.register(speakerRoutes(shared))
      await v1.register(
        questionRoutes({ ...shared, placing: places, warnings: (question) => [...warnings(question)] }),
      )
      await v1.register(tagRoutes({ ...shared, decided: learning.note }))
      await v1.register(rulingRoutes({ ...shared, decided: learning.note }))
      await v1.register(positionRoutes(shared))
      await v1.register(agreementRoutes({ ...shared, measuring: measures }))
      await v1.register(queueRoutes(shared))
      await v1.register(progressRoutes(shared))
      await v1.register(annotatorRoutes(shared))
      await v1.register(
        changeRoutes({
          changes: rooms.changes,
          onCommit: (listener) => onAnyCommit(db, listener),
          callerOf: rooms.people.callerOf,
          heartbeat: options.heartbeat,
        }),
      )
      await v1.register(exportRoutes({ exporting: exports, speakers: rooms.speakers }))
      await v1.register(
        importRoutes({
          importers: importersOf({ ...intakeServices, intake: taking, arrived, decided: learning.note }),
        }),
      )
    },
    { prefix: '/v1' },
  )
  let resting: Promise<unknown> = Promise.resolve()
  // Before requests in flight are waited for: some may wait for a past that takes longer than there is time, and what
  // goes on by itself is only in their way. The next start takes it up again.
  app.addHook('preClose', async () => {
    resting = Promise.all([places.close(), learning.close()])
    await past.close()
  })
  app.addHook('onClose', async () => {
    await Promise.all([resting, reading.close(), measures.close(), exports.close()])
  })

  return {
    app,
    positions: rooms.positions,
    warm: reading.warm,
    async start(opening) {
      const newAdminKey = await opened({ ...intakeServices, intake: taking, log: app.log }, opening)
      await places.resume()
      return { newAdminKey }
    },
  }
}

type Rooms = ReturnType<typeof roomsOf>

/** The stores of all rooms over one database; also for commands that fill or check one without a server. */
export function roomsOf({ db, runtime }: Pick<AppOptions, 'db' | 'runtime'>) {
  const ledger = ledgerOf(db)
  const standings = standingsStore(db)
  const annotators = annotatorStore(db, ledger)
  const articles = articleStore(db, ledger, standings)
  const speakers = speakerStore(db, ledger, standings, () => runtime.newId('spk'))
  const claims = claimStore({ db, ledger, standings, speakers, typeOf: claimTyping })
  const target = targeting(db, claims.wasDeleted)
  const leases = leaseStore(db)
  return {
    annotators,
    people: people(annotators, runtime, ledger.last),
    articles,
    speakers,
    claims,
    questions: questionStore(db, ledger, standings),
    leases,
    tags: tagStore({ db, ledger, standings, leases, target }),
    rulings: rulingStore({ db, ledger, standings, target }),
    positions: positionStore(db, speakers),
    agreement: agreementStore(db),
    queue: queueStore(db, leases, runtime),
    progress: progressStore(db, leases, ledger.last),
    ledger,
    standings,
    lastChange: ledger.last,
    changes: changeStore(db),
  }
}
