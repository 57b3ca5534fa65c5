// An id names one claim, tag or ruling. The keys allow one in each article, so that tables can be hashed by article; that
// there is one in all is seen to by who makes the ids, and by looking before one comes in from elsewhere.

import { sql } from 'drizzle-orm'
import { comparison } from '../comparison.ts'

const twice = (what: string, table: string) =>
  sql.raw(
    `select id as place, cast(count(*) as text) || ' ${what}s' as found, '1 ${what}' as expected from ${table} group by id having count(*) > 1`,
  )

export const ids = comparison({
  name: 'ids',
  holds: 'an id names one claim, tag or ruling',
  derived: false,
  differing: () =>
    sql.join([twice('claim', 'claims'), twice('tag', 'tags'), twice('ruling', 'rulings')], sql` union all `),
})
