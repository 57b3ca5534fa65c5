// What Prometheus reads of the database and of the work behind requests: is it well, how long do commits take, how far
// behind are placing and learning.

import { Gauge, Histogram } from 'prom-client'
import type { Placing } from '../intake/placing.ts'
import type { Database } from '../storage/database.ts'
import { readiness } from '../storage/readiness.ts'
import { type Metrics, SECONDS } from './metrics.ts'

interface Background {
  readonly placing: Pick<Placing, 'behind'>
  readonly learning: { behind(): number }
}

/** How long a scrape waits for the database, in milliseconds, before it counts as away. */
const PATIENCE = 1_000

export function watch({ registry }: Metrics, db: Database, { placing, learning }: Background): void {
  const registers = [registry]
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value())
      },
    })
  const ready = readiness(db)
  gauge('averment_database_up', 'Whether the database answers and takes writes: 1 or 0.', () => isUp(ready))
  gauge('averment_writes_waiting', 'Operations that wait for the database to take them.', () => db.waiting())
  gauge(
    'averment_placing_questions',
    'Questions on which claims are being placed in the background.',
    () => placing.behind().questions,
  )
  gauge(
    'averment_placing_claims_left',
    'Claims that the background has still to place, over all these questions.',
    () => placing.behind().claims,
  )
  gauge(
    'averment_learning_behind_seconds',
    'Age of the oldest decision of a person that the machine has not learnt from.',
    () => learning.behind() / 1000,
  )
  const durations = new Histogram({
    name: 'averment_commit_duration_seconds',
    help: 'Transactions, from their beginning until they are on the disk.',
    buckets: SECONDS,
    registers,
  })
  const shared = new Histogram({
    name: 'averment_commit_operations',
    help: 'How many operations shared a transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  })
  db.onCommit(({ operations, seconds }) => {
    durations.observe(seconds)
    shared.observe(operations)
  })
}

/** A database that hangs is away as well. */
async function isUp(ready: () => Promise<void>): Promise<number> {
  const away = new Promise<number>((resolve) => setTimeout(() => resolve(0), PATIENCE).unref())
  return Promise.race([
    away,
    ready().then(
      () => 1,
      () => 0,
    ),
  ])
}
