// Where tables can be in partitions.

import type { Database } from './database.ts'

/** What the keys of a table hashed by this column end in, as its definition in `tables.ts` has it: on PostgreSQL alone. */
export const hashedBy = <T>({ dialect }: Pick<Database, 'dialect'>, column: T): T[] =>
  dialect === 'postgres' ? [column] : []
