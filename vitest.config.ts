import { defineConfig } from 'vitest/config'

// Files share their modules: loading them anew for each took longer than testing. No test leaves anything behind in them.
const limits = { testTimeout: 60_000, hookTimeout: 120_000, isolate: false }
/** With every newsroom on PostgreSQL, where a write alone takes some ten times as long as in memory. */
const moreTime = { testTimeout: 300_000, hookTimeout: 300_000 }
/** Files that need a PostgreSQL; it is started only when one of them is asked for. */
const onDatabases = ['tests/storage/**/*.test.ts', 'tests/peers/*.test.ts', 'tests/**/store.test.ts']
/** Where the statements of the two databases differ most, the tests are run on PostgreSQL as well. */
const onBoth = ['tests/claims/listing.test.ts', 'tests/positions/groups.test.ts']
/** `npm run test:replica`: two servers of its own, of which one follows the other. */
const ofReplicas = ['tests/replica/*.test.ts']
const replicas = { ...limits, name: 'replicas', include: ofReplicas }
/** `npm run test:postgres`: every newsroom on PostgreSQL. */
const allOnPostgres = process.env.TEST_DATABASE === 'postgres'
const every = ['tests/**/*.test.ts']

const pure = {
  ...limits,
  name: 'pure',
  include: every,
  exclude: [...onDatabases, ...ofReplicas],
  provide: onto('sqlite'),
}
const databases = {
  ...limits,
  ...(allOnPostgres ? moreTime : {}),
  name: 'databases',
  include: allOnPostgres ? every : [...onDatabases, ...onBoth],
  exclude: ofReplicas,
  globalSetup: ['tests/support/postgres-server.ts'],
  provide: onto('postgres'),
}

export default defineConfig({
  // Many tests wait for a service or a browser; with one file at a time they would take twice as long.
  test: { maxWorkers: 2, projects: asked().map((test) => ({ test })) },
})

function asked() {
  if (process.env.TEST_DATABASE === 'replica') return [replicas]
  return allOnPostgres ? [databases] : [pure, databases]
}

function onto(newsroomOn: 'sqlite' | 'postgres') {
  return { newsroomOn }
}
