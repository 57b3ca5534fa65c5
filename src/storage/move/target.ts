// The PostgreSQL that is moved to: one transaction, in which rows are written many at a time and read again.

import pg from 'pg'
import { type Fingerprint, fingerprinting } from './fingerprint.ts'
import { type Layout, namesOf, quoted } from './layout.ts'

/** Rows that are read at once; a row can have an article's text, or a change's two states. */
const READ_AT_ONCE = 200

export type Target = Awaited<ReturnType<typeof openTarget>>

/** To be committed, or else it is closed as it was. */
export async function openTarget(url: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query('BEGIN')

  return {
    /** Nobody else writes until the end. Gives the names of those that have rows. */
    async lock(tables: readonly Layout[]): Promise<string[]> {
      const all = tables.map(({ name }) => quoted(name)).join(', ')
      await client.query(`LOCK TABLE ${all} IN SHARE ROW EXCLUSIVE MODE`)
      const filled: string[] = []
      for (const { name } of tables) {
        const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)
        if (rowCount) filled.push(name)
      }
      return filled
    },

    async write(table: Layout, rows: readonly (readonly unknown[])[]): Promise<void> {
      const arrays = table.columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')
      const values = table.columns.map((_, i) => rows.map((row) => row[i]))
      const into = `INSERT INTO ${quoted(table.name)} (${namesOf(table)})`
      await client.query(`${into} SELECT * FROM unnest(${arrays})`, values)
    },

    /** The next row gets a number after that. */
    async numberFrom(table: Layout, last: number): Promise<void> {
      for (const { name } of table.columns.filter(({ numbers }) => numbers))
        await client.query('SELECT setval(pg_get_serial_sequence($1, $2), $3, $4)', [
          table.name,
          name,
          Math.max(1, last),
          last > 0,
        ])
    },

    async fingerprint(table: Layout): Promise<Fingerprint> {
      const sum = fingerprinting()
      const columns = table.columns.map(({ name, type }) =>
        type === 'json' ? `${quoted(name)}::text` : quoted(name),
      )
      await client.query(`DECLARE moved CURSOR FOR SELECT ${columns.join(', ')} FROM ${quoted(table.name)}`)
      for (;;) {
        const { rows } = await client.query<unknown[]>({
          text: `FETCH ${READ_AT_ONCE} FROM moved`,
          rowMode: 'array',
        })
        for (const row of rows) sum.add(row.map((value, i) => asNumber(value, table.columns[i]?.type)))
        if (rows.length < READ_AT_ONCE) break
      }
      await client.query('CLOSE moved')
      return sum.total()
    },

    async commit(): Promise<void> {
      await client.query('COMMIT')
      // Else the first queries would be planned for empty tables.
      await client.query('ANALYZE')
    },

    /** What has not been committed has not happened. */
    close: () => client.end(),
  }
}

/** The driver gives a bigint as text. */
const asNumber = (value: unknown, type?: string) =>
  type === 'bigint' && value !== null ? Number(value) : value
