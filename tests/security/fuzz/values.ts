// Values as the API document describes them: what a client would send that has read it.

import fc from 'fast-check'
import { type Document, resolved, type Schema } from '../../../src/http/document/shape.ts'

/** Stands for an id that is there; filled in when the request is sent, in addresses as well as in bodies. */
export const idToken = (kind: string, n: number) => `~~${kind}.${n}~~`
export const ID_TOKEN = /~~([a-z]+)\.(\d+)~~/g

const token = (kind: string) => fc.nat(1000).map((n) => idToken(kind, n))

/** Fields that refer to something by more than its form: else nearly every request would stop at an unknown slug. */
const REFERRING: Readonly<Record<string, string>> = {
  question: 'question',
  position: 'position',
  claimId: 'clm',
  articleId: 'art',
  speaker: 'spk',
  into: 'spk',
}
const FITTING: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  asOf: fc.nat(20),
  after: fc.nat(60),
  cursor: fc.constantFrom('WyJjbG0iXQ', '', 'x'),
}

const fieldOf = (name: string, schema: Schema, document: Document, depth: number): fc.Arbitrary<unknown> => {
  const usual = FITTING[name] ?? (REFERRING[name] === undefined ? undefined : token(REFERRING[name]))
  const any = valueFor(schema, document, depth)
  return usual ? fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: any }) : any
}

/** An object with these fields, the required ones always; the others seldom enough that some come alone. */
export const fieldsOf = (
  fields: Readonly<Record<string, Schema>>,
  required: readonly string[],
  document: Document,
  depth = 0,
): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(fields).map(([name, one]) => {
          const value = fieldOf(name, one, document, depth + 1)
          if (required.includes(name)) return [name, value]
          // Of many filters a few, and a cursor hardly ever: it fits one list alone.
          const left = name === 'cursor' ? 40 : Object.keys(fields).length
          const out = { weight: left, arbitrary: fc.constant(undefined) }
          return [name, fc.oneof<fc.WeightedArbitrary<unknown>[]>(out, { weight: 4, arbitrary: value })]
        }),
      ),
    )
    .map((object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)))

/** Words with what usually trips a service up: marks, controls, letters beyond the BMP, right-to-left, joined emoji. */
const word = fc.constantFrom(
  'the letters are theirs',
  '“It is ours,” said Ines Calder for Kestrel Mail.',
  '“They are papers,” said nobody.',
  '',
  ' ',
  '𝕬𝖇𝖈 👩‍👩‍👧',
  'e\u0301\u202Eevil',
  "'; DROP TABLE claims; --",
  '"*) OR (NEAR',
  '{{7*7}}<script>alert(1)</script>',
  '../../etc/passwd',
  '=HYPERLINK("x")',
  '\r\nSet-Cookie: a=b',
  'null',
  '%00%n%s',
)
const text = (max: number) =>
  fc
    .array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 12 })), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' ').slice(0, max).toWellFormed())

const time = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

function string(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern = '', maxLength = 1000 } = schema
  const prefix = /^\^([a-z]{3})_/.exec(pattern)?.[1]
  if (prefix) return fc.oneof({ weight: 9, arbitrary: token(prefix) }, { weight: 1, arbitrary: text(20) })
  if (format === 'date-time') return time
  if (format === 'date') return time.map((at) => at.slice(0, 10))
  if (format === 'uri') return fc.constantFrom('https://courier.example/a', 'ftp://x', 'https://[::1]/')
  if (pattern.includes('a-z0-9]+(?:-'))
    return fc.oneof(token('question'), token('position'), fc.constantFrom('a-side', 'no-such'))
  if (pattern.startsWith('^(?:\\d{1,15}|')) return fc.oneof(fc.nat(50).map(String), time)
  if (pattern.startsWith('^\\d{1,15}'))
    return fc.oneof(fc.nat(50).map(String), fc.constant('999999999999999'))
  if (pattern.includes('A-Za-z]{2,8}')) return fc.constantFrom('en', 'de-CH', 'x'.repeat(8))
  const any = text(Math.min(maxLength, 400))
  if (maxLength > 5000) return any
  const longest = fc.constant('x'.repeat(maxLength))
  return fc.oneof(
    { weight: 12, arbitrary: any },
    { weight: 3, arbitrary: token('any') },
    { weight: 1, arbitrary: longest },
  )
}

function number(schema: Schema): fc.Arbitrary<number> {
  const min = schema.minimum ?? schema.exclusiveMinimum ?? -1e6
  const max = schema.maximum ?? schema.exclusiveMaximum ?? 1e6
  if (schema.type === 'number') return fc.double({ min, max, noNaN: true })
  const small = fc.integer({ min: Math.ceil(min), max: Math.min(Math.floor(max), Math.ceil(min) + 60) })
  const any = fc.maxSafeInteger().filter((n) => n >= min && n <= max)
  return fc.oneof({ weight: 6, arbitrary: small }, fc.constantFrom(min, max), max > 1e9 ? any : small)
}

function object(schema: Schema, document: Document, depth: number): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties } = schema
  const named = fieldsOf(properties, required, document, depth)
  if (typeof additionalProperties !== 'object') return named
  const more = fc.dictionary(text(10), valueFor(additionalProperties, document, depth + 1), { maxKeys: 3 })
  return fc.tuple(named, more).map(([own, other]) => ({ ...other, ...own }))
}

export function valueFor(given: Schema, document: Document, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given, document)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const union = schema.anyOf ?? schema.oneOf
  if (union) return fc.oneof(...union.map((one) => valueFor(one, document, depth)))
  const types = [schema.type ?? []].flat()
  if (types.length > 1)
    return fc.oneof(...types.map((type) => valueFor({ ...schema, type }, document, depth)))
  switch (types[0]) {
    case 'string':
      return string(schema)
    case 'integer':
    case 'number':
      return number(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 4 } = schema
      const maxLength = Math.max(minItems, Math.min(maxItems, depth > 3 ? 1 : 4))
      return fc.array(valueFor(items, document, depth + 1), { minLength: minItems, maxLength })
    }
    case 'object':
      return object(schema, document, depth)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}
