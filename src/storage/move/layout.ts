// The tables as both databases know them, in an order in which no row comes before one it refers to.

import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { columns } from '../columns.postgres.ts'
import { defineTables } from '../tables.ts'

export interface Column {
  readonly name: string
  /** PostgreSQL's type for its values. */
  readonly type: 'text' | 'bigint' | 'double precision' | 'json'
  /** Whether the database numbers the rows by it. */
  readonly numbers: boolean
}

export interface Layout {
  readonly name: string
  readonly columns: readonly Column[]
}

/** tables.ts defines each after those that it refers to. */
export function layouts(): Layout[] {
  return Object.values(defineTables(columns)).map((table) => {
    const { name, columns: all } = getTableConfig(table as unknown as PgTable)
    return { name, columns: all.map((one) => column(one.name, one.getSQLType())) }
  })
}

function column(name: string, sqlType: string): Column {
  const numbers = sqlType === 'bigserial'
  const type = numbers ? 'bigint' : sqlType.replace(/ COLLATE .*/, '')
  if (type !== 'text' && type !== 'bigint' && type !== 'double precision' && type !== 'json')
    throw new Error(`Nobody has said how a column of type ${sqlType} is moved.`)
  return { name, type, numbers }
}

export const quoted = (name: string): string => `"${name}"`
export const namesOf = ({ columns }: Layout): string => columns.map(({ name }) => quoted(name)).join(', ')
