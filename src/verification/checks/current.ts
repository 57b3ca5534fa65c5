// One tag of each annotator and one ruling stand on a claim and question, and what has ended says so.

import { sql } from 'drizzle-orm'
import { comparison } from '../comparison.ts'

const ENDED = sql`exists (select 1 from changes where entity_id = t.id and action in ('withdraw', 'retire'))`
const CAME_IN = sql`exists (select 1 from changes where entity_id = t.id and action = 'import')`
const ANOTHER = sql`exists (select 1 from tags other where other.claim_id = t.claim_id and other.question = t.question and other.annotator_id = t.annotator_id and other.id <> t.id)`

export const current = comparison({
  name: 'current',
  holds: 'one tag of each annotator and one ruling stand, and what has ended does not',
  derived: false,
  differing: () =>
    sql`select 'tag ' || t.id as place, 'current' as found, 'ended, as the ledger has it' as expected from tags t where t.current = 1 and ${ENDED} union all select 'tag ' || t.id, 'ended', 'current, since nothing ended it' from tags t where t.current = 0 and not ${ENDED} and not ${CAME_IN} and not ${ANOTHER} union all select 'tags of ' || annotator_id || ' on ' || claim_id || ', ' || question, cast(count(*) as text) || ' current', '1 current' from tags where current = 1 group by annotator_id, claim_id, question having count(*) > 1 union all select 'rulings on ' || claim_id || ', ' || question, cast(count(*) as text) || ' current', '1 current' from rulings where current = 1 group by claim_id, question having count(*) > 1 union all select 'ruling ' || id, 'current', 'ended: ' || ended_because from rulings where current = 1 and ended_because is not null`,
})
