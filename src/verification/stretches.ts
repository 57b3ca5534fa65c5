// Going through a table in the order of its ids, so that no more than a stretch of it is in memory.

import type { Query } from '../storage/database.ts'

const AT_ONCE = 500

export interface Stretch<Row> {
  readonly rows: readonly Row[]
  /** For what belongs to the rows: ids after the one, up to and with the other. */
  readonly range: { readonly after: string; readonly upTo: string }
}

export async function* stretches<Row extends { id: string }>(
  query: Query<Row>,
): AsyncGenerator<Stretch<Row>> {
  for (let after = ''; ; ) {
    const rows = await query.read({ after, limit: AT_ONCE })
    const upTo = rows.at(-1)?.id
    if (upTo === undefined) return
    yield { rows, range: { after, upTo } }
    after = upTo
  }
}

/** Rows by what the key says of them. */
export function gathered<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
