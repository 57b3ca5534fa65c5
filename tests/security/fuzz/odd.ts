// What a client sends that has not read the document, or means harm: a value bent at one place, bytes that are broken.

import fc from 'fast-check'

type Path = readonly (string | number)[]

const oddValue = fc.constantFrom<unknown>(
  null,
  true,
  '',
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[]]],
  { length: 1e9 },
  'x'.repeat(5000),
  'nul \0 inside',
  'half \ud800 pair',
  '\udc00',
  '9999-99-99T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-01-01T00:00:00Z',
  '-1',
  '1e9',
  'NaN',
  'ann_engine',
  'constructor',
  '__proto__',
  Array.from({ length: 3000 }, () => 'x'),
)
const oddName = fc.constantFrom(
  'id',
  'role',
  'createdAt',
  'constructor',
  'toString',
  '',
  'a/b~c',
  '\0',
  'x'.repeat(300),
)

const bending = fc.record({
  way: fc.constantFrom('replace', 'replace', 'remove', 'add', 'double', 'nest'),
  at: fc.nat(10_000),
  value: oddValue,
  name: oddName,
})
type Bending = typeof bending extends fc.Arbitrary<infer B> ? B : never

/** The value, one time in so many bent at some place within. */
export const bent = (value: fc.Arbitrary<unknown>, one: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: one - 1, arbitrary: value },
    { weight: 1, arbitrary: fc.tuple(value, bending).map(([whole, how]) => bend(whole, how)) },
  )

function bend(value: unknown, { way, at, value: odd, name }: Bending): unknown {
  const places = pathsIn(value)
  const path = places[at % places.length] ?? []
  switch (way) {
    case 'remove':
      return changed(value, path, () => undefined)
    case 'add':
      return changed(value, path, (one) => (isObject(one) ? { ...one, [name]: odd } : odd))
    case 'double':
      return changed(value, path, (one) => [one, one])
    case 'nest':
      return changed(value, path, (one) => ({ [name]: one }))
    default:
      return changed(value, path, () => odd)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value)
  return [path, ...inner.flatMap(([key, one]) => pathsIn(one, [...path, key]))]
}

function changed(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? changed(one, rest, change) : one))
  if (!isObject(value)) return value
  return { ...value, [key]: changed(value[key], rest, change) }
}

/** JSON text, one time in eight with its bytes broken. */
export const jsonBytes = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(value, fc.nat(23), fc.nat(10_000))
    .map(([one, way, at]) => broken(Buffer.from(JSON.stringify(one) ?? '', 'utf8'), way, at))

export function broken(bytes: Buffer, way: number, at: number): Buffer {
  const place = bytes.length === 0 ? 0 : at % bytes.length
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  switch (way) {
    case 0:
      return before
    case 1:
      return Buffer.concat([before, Buffer.from([0xff, 0xfe, 0x00, 0xc3]), after])
    case 2:
      return Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`)
    case 3:
      return Buffer.from('{"__proto__":{"role":"admin"},"constructor":{"prototype":{}},"n":1e999,"z":-0}')
    case 4:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
    default:
      return bytes
  }
}
