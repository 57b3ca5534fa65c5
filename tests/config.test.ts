// The settings: what they are when nothing is set, and one clear line for each that is bad.

import { describe, expect, it } from 'vitest'
import { BadSettings, readSettings } from '../src/config.ts'

const linesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof BadSettings) return error.lines
    throw error
  }
  return []
}

describe('settings', () => {
  it('have a value each when nothing is set, or is set to nothing', () => {
    const fallback = {
      HOST: '127.0.0.1',
      PORT: 3000,
      DATABASE_URL: 'file:./data/averment.db',
      DATABASE_READ_TIMEOUT: 60,
      PUBLIC_READ: true,
      DEMO: true,
      LOG_LEVEL: 'info',
      RATE_LIMIT: 0,
    }
    expect(readSettings({})).toEqual(fallback)
    expect(readSettings({ PORT: '', ADMIN_KEY: '', PATH: '/usr/bin' })).toEqual(fallback)
  })

  it('are read as they are meant', () => {
    expect(
      readSettings({
        HOST: '::',
        PORT: '0',
        DATABASE_URL: 'postgres://a:b@db/averment',
        DATABASE_READ_TIMEOUT: '5',
        ADMIN_KEY: 'open-sesame',
        PUBLIC_READ: 'false',
        DEMO: 'false',
        LOG_LEVEL: 'silent',
        RATE_LIMIT: '600',
        TRUSTED_PROXY: '10.0.0.0/8, 127.0.0.1,fd00::/8, ::1',
      }),
    ).toEqual({
      HOST: '::',
      PORT: 0,
      DATABASE_URL: 'postgres://a:b@db/averment',
      DATABASE_READ_TIMEOUT: 5,
      ADMIN_KEY: 'open-sesame',
      PUBLIC_READ: false,
      DEMO: false,
      LOG_LEVEL: 'silent',
      RATE_LIMIT: 600,
      TRUSTED_PROXY: '10.0.0.0/8, 127.0.0.1,fd00::/8, ::1',
    })
  })

  it.each([
    [{ PORT: 'http' }, 'PORT is a whole number from 0 to 65535, not "http".'],
    [{ PORT: '65536' }, 'PORT is a whole number from 0 to 65535, not "65536".'],
    [{ RATE_LIMIT: '-1' }, 'RATE_LIMIT is a whole number, 0 for no limit, not "-1".'],
    [
      { DATABASE_READ_TIMEOUT: '1m' },
      'DATABASE_READ_TIMEOUT is a whole number of seconds, 0 for no end, not "1m".',
    ],
    [{ PUBLIC_READ: 'yes' }, 'PUBLIC_READ is true or false, not "yes".'],
    [{ DEMO: '1' }, 'DEMO is true or false, not "1".'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL is file:<path>, file::memory: or postgres://…, not "mysql://db".',
    ],
    // Nor is a password.
    [
      { DATABASE_URL: 'postgresss://averment:S3cret/p@ss@db/x' },
      'DATABASE_URL is file:<path>, file::memory: or postgres://…, not "…@db/x".',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://me:secret@traces' },
      'OTEL_EXPORTER_OTLP_ENDPOINT is an address such as http://localhost:4318, not "…@traces".',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is fatal, error, warn, info, debug, trace or silent, not "loud".'],
    // The key itself is not repeated.
    [{ ADMIN_KEY: 'open sesame' }, 'ADMIN_KEY is 1 to 200 visible ASCII characters without spaces.'],
  ])('%j is refused with one line', (environment, line) => {
    expect(linesOf(environment as Record<string, string>)).toEqual([line])
  })

  it.each([
    'true',
    '1',
    'proxy.example',
    '10.0.0',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::1/129',
    'fe80::1%eth0',
    '::1,',
  ])('TRUSTED_PROXY=%s is no address', (value) => {
    expect(linesOf({ TRUSTED_PROXY: value })).toEqual([
      `TRUSTED_PROXY is addresses or ranges such as 127.0.0.1 or 10.0.0.0/8, with commas between, not "${value}".`,
    ])
  })

  it('are refused together', () => {
    expect(linesOf({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
  })
})
