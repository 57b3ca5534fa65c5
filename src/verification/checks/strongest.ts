// What is kept of a group as its strongest evidence is every claim that comes up to its floor, and no other.

import { sql } from 'drizzle-orm'
import { comparison } from '../comparison.ts'

const strength = sql`(case cp.basis when 'ruling' then 2 when 'people' then 1 else 0 end + cp.confidence / 2)`
const due = sql`select e.question, e.group_by, e.group_key, cp.position, ${strength} as strength, e.claim_id, 0 as kept, 1 as due from evidence e join claim_positions cp on cp.claim_id = e.claim_id and cp.question = e.question left join evidence_floors f on f.question = e.question and f.group_by = e.group_by and f.group_key = e.group_key and f.position = cp.position where f.claim_id is null or (${strength}, e.claim_id) >= (f.strength, f.claim_id)`
const both = sql`select question, group_by, group_key, position, strength, claim_id, 1 as kept, 0 as due from strongest_evidence union all ${due}`

export const strongest = comparison({
  name: 'strongest',
  holds: 'each group has the strongest of its claims at hand',
  derived: true,
  differing: () =>
    sql`select claim_id || ' on ' || question || ' by ' || group_by || ' ' || group_key || ', ' || position as place, cast(sum(kept) as text) as found, cast(sum(due) as text) as expected from (${both}) as both_ways group by question, group_by, group_key, position, strength, claim_id having sum(kept) <> sum(due)`,
})
