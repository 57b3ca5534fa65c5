// The corridor and its fences. A file imports from its own room and from rooms to its left, never to its right: one
// direction, and no circles. The lists below are the documentation.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const CORRIDOR = [
  'errors.ts',
  'runtime.ts',
  'threads.ts',
  'engine',
  'weights.ts',
  'samples',
  'storage',
  'http',
  'standings',
  'annotators',
  'articles',
  'speakers',
  'claims',
  'questions',
  'leases',
  'tags',
  'rulings',
  'intake',
  'positions',
  'agreement',
  'queue',
  'progress',
  'changes',
  'history',
  'exports',
  'imports',
  'verification',
  'operation',
  'app.ts',
  'config.ts',
  'announcement.ts',
  'commands',
  'main.ts',
  'web',
]

interface Fence {
  /** What the fence keeps in: packages, or a word in the source. */
  readonly what: string
  /** Whether an imported module, or the text of a file, is meant. */
  readonly imports?: (module: string, name: string) => boolean
  readonly words?: RegExp
  /** Where it is allowed. */
  readonly inside: RegExp
}

const FENCES: readonly Fence[] = [
  {
    what: 'nothing from outside, no package and no node:, within the engine',
    imports: (module) => !module.startsWith('.'),
    inside: /^(?!engine\/)/,
  },
  {
    // Listings, sources and placing are statements whose shape follows the request; they serve their room's store.
    what: 'drizzle-orm',
    imports: (module) => module.startsWith('drizzle-orm'),
    inside:
      /^(storage\/|standings\/|verification\/|[a-z]+\/(store|([a-z]+-)?statements)\.ts|http\/idempotency\.ts|claims\/(columns|filters|finding|listing|wayfinding)\.ts|exports\/columns\.ts|speakers\/listing\.ts|positions\/sources\.ts)/,
  },
  {
    what: 'database drivers',
    imports: (module) => module === 'better-sqlite3' || module === 'pg',
    inside: /^(storage|commands)\//,
  },
  {
    what: 'fastify',
    imports: (module) => /^@?fastify/.test(module),
    inside:
      /^(http\/|operation\/|commands\/|[a-z]+\/routes\.ts|intake\/(explanation|preview|reextract|files\/routes)\.ts|app\.ts|main\.ts)/,
  },
  { what: 'the client', imports: (module) => module === '#client', inside: /^commands\/cli\// },
  {
    // Whatever the application does, anyone can do over HTTP: it knows the client, not the service.
    what: 'the inside of the service, from the web application',
    imports: (module, name) =>
      module.startsWith('.') && !/^(web\/|\.\.\/openapi\/client\/index\.ts$)/.test(targetOf(name, module)),
    inside: /^(?!web\/)/,
  },
  { what: 'the environment', words: /\bprocess\.env\b/, inside: /^(main\.ts|commands\/)/ },
  { what: 'the clock', words: /\bDate\.now\(|\bnew Date\(\)/, inside: /^(runtime\.ts|commands\/|web\/)/ },
  { what: 'chance', words: /\bMath\.random\(/, inside: /^$/ },
]

const root = join(import.meta.dirname, '../src')

/** The file that a relative import names, from src. */
const targetOf = (name: string, module: string) =>
  relative(root, join(root, name, '..', module))
    .split(sep)
    .join('/')

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.split(sep).join('/'))
  .map((name) => ({ name, source: readFileSync(join(root, name), 'utf8') }))

/** Modules named in import, export … from and import(). */
const importsOf = (source: string): string[] =>
  [
    ...source.matchAll(
      /^(?:import|export)\s[^'`]*?[\w*}]\s+from\s+'([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

const roomOf = (name: string) => name.split('/')[0] ?? name

describe('the corridor', () => {
  it('has a place for every room', () => {
    expect(
      [...new Set(files.map((file) => roomOf(file.name)))].filter((room) => !CORRIDOR.includes(room)),
    ).toEqual([])
  })

  it('is walked to the left only', () => {
    const wrong = files.flatMap(({ name, source }) =>
      importsOf(source)
        .filter((module) => module.startsWith('.'))
        .map((module) => targetOf(name, module))
        .filter((target) => CORRIDOR.indexOf(roomOf(target)) > CORRIDOR.indexOf(roomOf(name)))
        .map((target) => `${name} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(FENCES)('keeps in: $what', ({ imports, words, inside }) => {
    const wrong = files
      .filter(({ name }) => !inside.test(name))
      .filter(
        ({ name, source }) =>
          (imports && importsOf(source).some((module) => imports(module, name))) || words?.test(source),
      )
    expect(wrong.map((file) => file.name)).toEqual([])
  })
})

describe('every file', () => {
  /** Data; and the one page of all tables, which foreign keys hold together. */
  const counted = files.filter(({ name }) => !/\/lexicon\/|\/weights\.ts$|^storage\/tables\.ts$/.test(name))

  it('is small enough to be read at once: 250 lines at most', () => {
    const long = counted.filter(({ source }) => source.split('\n').length > 251)
    expect(long.map((file) => file.name)).toEqual([])
  })

  it('begins with a sentence that says what it is for', () => {
    const silent = files.filter(({ source }) => !/^(#!.*\n)?(\/\/|\/\*\*) ?\S/.test(source))
    expect(silent.map((file) => file.name)).toEqual([])
  })
})
