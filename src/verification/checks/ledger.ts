// The ledger has every number from 1 on, and says of everything that is there how it came, and of nothing gone that it is.

import { type SQL, sql } from 'drizzle-orm'
import { comparison } from '../comparison.ts'

export const ledger = comparison({
  name: 'ledger',
  holds: 'the ledger has every number from 1 on',
  derived: false,
  differing: () =>
    sql`select 'change ' || cast(seq as text) as place, 'after ' || cast(before_it as text) as found, 'after ' || cast(seq - 1 as text) as expected from (select seq, lag(seq, 1, 0) over (order by seq) as before_it from changes) as numbered where seq <> before_it + 1`,
})

/** What is written about, by the ledger's word for it: its table, and what it is known by. */
const KEPT: readonly (readonly [entity: string, table: string, id: string])[] = [
  ['annotator', 'annotators', 'id'],
  ['question', 'questions', 'slug'],
  ['speaker', 'speakers', 'id'],
  ['article', 'articles', 'id'],
  ['claim', 'claims', 'id'],
  ['tag', 'tags', 'id'],
  ['ruling', 'rulings', 'id'],
]

const CAME = sql`action in ('create', 'import')`

const unrecorded = ([entity, table, id]: (typeof KEPT)[number]): SQL =>
  sql`select ${sql.raw(`'${entity} ' || kept.${id}`)} as place, 'not in the ledger' as found, 'how it came' as expected from ${sql.raw(table)} as kept where not exists (select 1 from changes where entity_id = ${sql.raw(`kept.${id}`)} and ${CAME})`

/** A tag or ruling goes without a word when its claim does. */
const lost = ([entity, table, id]: (typeof KEPT)[number]): SQL =>
  sql`select ${sql.raw(`'${entity} ' || came.entity_id`)} as place, 'gone' as found, 'there, as the ledger has it' as expected from changes as came where came.entity = ${sql.raw(`'${entity}'`)} and ${CAME} and not exists (select 1 from ${sql.raw(table)} as kept where kept.${sql.raw(id)} = came.entity_id) and not exists (select 1 from changes as went where went.entity_id = came.entity_id and went.action = 'delete')`

export const recorded = comparison({
  name: 'records',
  holds: 'the ledger says how everything came that is there, and nothing is gone without its word',
  derived: false,
  differing: () =>
    sql.join(
      [...KEPT.map(unrecorded), ...KEPT.filter(([entity]) => !/tag|ruling/.test(entity)).map(lost)],
      sql` union all `,
    ),
})
