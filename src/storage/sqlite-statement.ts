// Runs a statement that Drizzle has built without Drizzle's part of each run: which value goes where and which column
// needs decoding is found out once. Drizzle asks anew for every cell, which costs a page of claims half its time.

import type SqliteDatabase from 'better-sqlite3'
import { Column, fillPlaceholders, is, noopDecoder, Param, Placeholder, SQL } from 'drizzle-orm'
import { type Builder, type Definition, slot, type Values } from './database.ts'

/** What of Drizzle's prepared query for better-sqlite3 is used here; not part of its published types. */
interface BuiltQuery {
  readonly stmt: SqliteDatabase.Statement
  readonly query: { readonly params: unknown[] }
  readonly fields?: readonly { readonly path: readonly string[]; readonly field: unknown }[]
}

export interface SqliteStatement {
  readonly sql: string
  /** What stands at its question marks. */
  bound(values: Values): unknown[]
  /** Makes a row of its cells. */
  rowOf(cells: readonly unknown[]): unknown
  all(values: Values): unknown[]
  /** The number of rows written. */
  run(values: Values): number
}

/** The statements of one connection, each built and prepared when it is first asked for. */
export function statementsOf(db: Builder): (definition: Definition) => SqliteStatement {
  const prepared = new WeakMap<Definition, SqliteStatement>()
  return (definition) => {
    let statement = prepared.get(definition)
    if (!statement) {
      statement = sqliteStatement(definition.build(db, slot).prepare() as BuiltQuery)
      prepared.set(definition, statement)
    }
    return statement
  }
}

type Binding = (values: Values) => unknown
type Cell = readonly [key: string, decode: ((value: unknown) => unknown) | null]

function sqliteStatement({ stmt, query, fields = [] }: BuiltQuery): SqliteStatement {
  const bindings = query.params.map(bindingOf)
  const rowOf = reading(fields.map(({ path, field }): Cell => [path.at(-1) ?? '', decoderOf(field)]))
  const bound = (values: Values) => bindings.map((binding) => binding(values))
  if (stmt.reader) stmt.raw()
  return {
    sql: stmt.source,
    bound,
    rowOf,
    all: (values) => (stmt.all(...bound(values)) as unknown[][]).map(rowOf),
    run: (values) => stmt.run(...bound(values)).changes,
  }
}

function bindingOf(param: unknown): Binding {
  const placeholder = is(param, Param) ? param.value : param
  if (!is(placeholder, Placeholder)) {
    const [constant] = fillPlaceholders([param], {})
    return () => constant
  }
  const { name } = placeholder
  const encode = is(param, Param) ? (value: unknown) => param.encoder.mapToDriverValue(value) : null
  return (values) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No value for "${name}".`)
    return encode && value !== null ? encode(value) : value
  }
}

/** Null where the driver's value is the value. */
function decoderOf(field: unknown): Cell[1] {
  if (is(field, Column)) {
    const plain = field.mapFromDriverValue === Column.prototype.mapFromDriverValue
    return plain ? null : (value) => field.mapFromDriverValue(value)
  }
  const { decoder } = (is(field, SQL) ? field : (field as SQL.Aliased).sql) as unknown as {
    decoder: { mapFromDriverValue(value: unknown): unknown }
  }
  return decoder === noopDecoder ? null : (value) => decoder.mapFromDriverValue(value)
}

/**
 * Makes an object of each row. Compiled, so that the engine knows the shape of what comes out: filled key by key, the
 * objects of a page take as long as parsing all JSON in it.
 */
function reading(cells: readonly Cell[]): (row: readonly unknown[]) => unknown {
  const members = cells.map(([key, decode], i) => {
    const cell = `row[${i}]`
    return `${JSON.stringify(key)}: ${decode === null ? cell : `${cell} === null ? null : decode[${i}](${cell})`}`
  })
  const compiled = new Function('decode', `return (row) => ({ ${members.join(', ')} })`) as (
    decode: readonly Cell[1][],
  ) => (row: readonly unknown[]) => unknown
  return compiled(cells.map(([, decode]) => decode))
}
