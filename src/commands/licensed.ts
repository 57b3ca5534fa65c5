// Which packages the service brings along, and under which licences: from the lock file, with what the page is built of.

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

export interface Licensed {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Left out by `npm ci --omit=optional`. */
  readonly optional: boolean
}

const FOLDER = 'node_modules/'

/** `bundled`: packages of development that end up in the built page, with all that they need. */
export function licensed({ packages }: Lock, bundled: readonly string[] = []): Licensed[] {
  const shipped = new Set(bundled)
  for (const name of shipped)
    for (const needed of Object.keys(packages[FOLDER + name]?.dependencies ?? {})) shipped.add(needed)
  const found = Object.entries(packages).flatMap(
    ([path, { version = '', license = 'none', dev, optional }]) => {
      const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)
      if (path === '' || (dev && !shipped.has(name))) return []
      return [{ name, version, licence: license, optional: optional ?? false }]
    },
  )
  return [...new Map(found.map((one) => [`${one.name} ${one.version}`, one])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
}

/** Each lets the service be used, changed and passed on, and asks for no more than to be named. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
])

/** Packages whose entry says less than their licence does. */
const READ: Readonly<Record<string, string>> = {
  // Its package.json says BSD; the text of its LICENSE is the one of two clauses.
  duck: 'BSD-2-Clause',
}

/** Of an expression (SPDX), one of what stands beside OR, all of what stands beside AND. */
export function isAllowed({ name, licence }: Pick<Licensed, 'name' | 'licence'>): boolean {
  const expression = (READ[name] ?? licence).replace(/^\((.*)\)$/, '$1')
  return expression.split(' OR ').some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one)))
}
