// The settings, read from the environment once, at start.

import { isIP } from 'node:net'
import { z } from 'zod'

const yesOrNo = (fallback: boolean) =>
  z
    .enum(['true', 'false'], 'is true or false')
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true')

const whole = (fallback: number, max: number, error: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, error)
    .default(String(fallback))
    .transform(Number)
    .refine((value) => value <= max, error)

/** An address, or a range of them: 10.0.0.0/8. One of no bits would be everybody. */
function isAddressOrRange(text: string): boolean {
  const [, address = '', bits] = /^([\da-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return most > 0 && (bits === undefined || (Number(bits) >= 1 && Number(bits) <= most))
}

/** Each setting with what README.md says of it; a test compares the two. */
const Settings = z.object({
  HOST: z.string().max(255).default('127.0.0.1').describe('The address to listen on.'),
  PORT: whole(3000, 65_535, 'is a whole number from 0 to 65535').describe(
    'The port; 0 for any that is free.',
  ),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'is file:<path>, file::memory: or postgres://…')
    .default('file:./data/averment.db')
    .describe('`file:<path>`, `file::memory:` or `postgres://…`.'),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+$/, 'is postgres://…')
    .optional()
    .describe('A replica of a PostgreSQL `DATABASE_URL`, to read from.'),
  DATABASE_READ_TIMEOUT: whole(60, 86_400, 'is a whole number of seconds, 0 for no end').describe(
    'Seconds after which PostgreSQL gives up reading for an answer; 0 for no end.',
  ),
  ADMIN_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'is 1 to 200 visible ASCII characters without spaces')
    .optional()
    .describe('The key of the first admin; when unset the first start makes one and prints it once.'),
  PUBLIC_READ: yesOrNo(true).describe('Whether reading is allowed without a key.'),
  DEMO: yesOrNo(true).describe('Whether an empty database is given the shipped sample articles.'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is fatal, error, warn, info, debug, trace or silent',
    )
    .default('info')
    .describe('How much goes to the log; `debug` has a line for each request.'),
  ALLOWED_ORIGINS: z
    .string()
    .max(5000)
    .regex(
      /^(\*|https?:\/\/[^\s,/]+(, *https?:\/\/[^\s,/]+)*)$/,
      'is * or origins such as https://desk.example, with commas between',
    )
    .optional()
    .describe('Origins whose pages may use the service from a browser, with commas between; `*` for any.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s]+$/, 'is an address such as http://localhost:4318')
    .optional()
    .describe('Where OpenTelemetry traces go (OTLP over HTTP); nowhere when unset.'),
  RATE_LIMIT: whole(0, 999_999_999, 'is a whole number, 0 for no limit').describe(
    'Requests a minute for each caller; 0 for no limit.',
  ),
  TRUSTED_PROXY: z
    .string()
    .max(5000)
    .refine(
      (value) => value.split(',').every((one) => isAddressOrRange(one.trim())),
      'is addresses or ranges such as 127.0.0.1 or 10.0.0.0/8, with commas between',
    )
    .optional()
    .describe(
      'Addresses or ranges of proxies whose `X-Forwarded-*` headers are believed, with commas between; nobody’s when unset.',
    ),
})

export type Settings = z.infer<typeof Settings>

/** Name, default and meaning of each setting: for the documentation and its test. */
export const settingsGuide = Object.entries(Settings.shape).map(([name, schema]) => ({
  name,
  fallback: schema.safeParse(undefined).data,
  meaning: schema.description ?? '',
}))

/** One clear line for each bad setting. */
export class BadSettings extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'BadSettings'
    this.lines = lines
  }
}

/** Other variables are left alone; an empty one counts as unset. Throws BadSettings. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const names = Object.keys(Settings.shape)
  const set = names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []))
  const result = Settings.safeParse(Object.fromEntries(set))
  if (result.success) return consistent(result.data)
  throw new BadSettings(result.error.issues.map((issue) => lineFor(issue, environment)))
}

function consistent(settings: Settings): Settings {
  if (settings.DATABASE_REPLICA_URL !== undefined && settings.DATABASE_URL.startsWith('file:'))
    throw new BadSettings([
      'DATABASE_REPLICA_URL needs a DATABASE_URL that is postgres://…; a file has no replica.',
    ])
  return settings
}

function lineFor(issue: z.core.$ZodIssue, environment: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0])
  // A key must not end up in a log, nor a password, which stands before the last @ of an address.
  const given = environment[name]?.replace(/\S*@/, '…@')
  const value = name === 'ADMIN_KEY' ? '' : `, not ${JSON.stringify(given)}`
  return `${name} ${issue.message}${value}.`
}
