import { defineConfig } from 'vitest/config'

// Files share their modules: loading them anew for each took longer than testing. No test leaves anything behind in them.
const limits = { testTimeout: 60_000, hookTimeout: 120_000, isolate: false }
/** Files that need a PostgreSQL; it is started only when one of them is asked for. */
const onDatabases = ['tests/storage/**/*.test.ts', 'tests/**/store.test.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { ...limits, name: 'pure', include: ['tests/**/*.test.ts'], exclude: onDatabases } },
      {
        test: {
          ...limits,
          name: 'databases',
          include: onDatabases,
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
    ],
  },
})
