// Hashes the tables of a database by article, into several partitions each: what ARCHITECTURE.md says that takes.

import pg from 'pg'

/** Everything that hangs on a claim, and claims themselves. */
const TABLES = ['claims', 'claim_speakers', 'tags', 'rulings', 'leases', 'claim_positions'] as const
const NAMES = TABLES.map((table) => `'${table}'::regclass`).join()

interface Defined {
  readonly on: string
  readonly name: string
  readonly kind: string
  readonly definition: string
}

/** The tables must be empty. Keys, foreign keys and indexes are those they had, but for the number of claims. */
export async function hashByArticle(url: string, partitions: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const constraints = await defined(
      client,
      `select conrelid::regclass::text as on, conname as name, contype::text as kind, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid in (${NAMES}) or confrelid in (${NAMES}) order by contype = 'f'`,
    )
    const indexes = await defined(
      client,
      `select indrelid::regclass::text as on, indexrelid::regclass::text as name, 'i' as kind, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid in (${NAMES}) and not exists (select 1 from pg_constraint where conindid = indexrelid and conrelid = indrelid)`,
    )
    for (const { on, name, kind } of constraints)
      if (kind === 'f') await client.query(`ALTER TABLE ${on} DROP CONSTRAINT "${name}"`)
    await client.query('ALTER SEQUENCE claims_number_seq OWNED BY NONE')
    for (const table of TABLES) await renewed(client, table, partitions)
    for (const { definition } of indexes.filter(isUnique)) await client.query(definition)
    for (const { on, name, kind, definition } of constraints)
      if (kind !== 'n')
        await client.query(`ALTER TABLE ${on} ADD CONSTRAINT "${name}" ${withArticle(definition)}`)
    for (const { definition } of indexes.filter((one) => !isUnique(one))) await client.query(definition)
  } finally {
    await client.end()
  }
}

/** The number that claims are given by the database is a key of each partition, and unique since one sequence gives it. */
const withArticle = (definition: string) =>
  definition === 'PRIMARY KEY (number)' ? 'PRIMARY KEY (number, article_id)' : definition

const isUnique = ({ definition }: Defined) => definition.startsWith('CREATE UNIQUE')

const defined = async (client: pg.Client, query: string) => (await client.query<Defined>(query)).rows

async function renewed(client: pg.Client, table: string, partitions: number): Promise<void> {
  await client.query(`ALTER TABLE ${table} RENAME TO old_${table}`)
  await client.query(
    `CREATE TABLE ${table} (LIKE old_${table} INCLUDING DEFAULTS INCLUDING GENERATED) PARTITION BY HASH (article_id)`,
  )
  for (let n = 0; n < partitions; n++)
    await client.query(
      `CREATE TABLE ${table}_${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${n})`,
    )
  await client.query(`DROP TABLE old_${table}`)
}
