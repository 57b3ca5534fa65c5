// The kept counts of who stands where equal a recount over all claims, for every way of grouping.

import { sql } from 'drizzle-orm'
import type { Check } from '../check.ts'
import { comparison } from '../comparison.ts'
import { members } from '../members.ts'

const group = sql`question || ' by ' || group_by || ' ' || group_key`

export const counts: Check = comparison({
  name: 'counts',
  holds: 'the kept counts are what a recount gives',
  derived: true,
  differing: () =>
    sql`select ${group} || ', ' || position || ' by ' || basis as place, cast(sum(kept) as text) as found, cast(sum(counted) as text) as expected from (select question, group_by, group_key, position, basis, claims as kept, 0 as counted from standings union all select question, group_by, group_key, position, basis, 0, 1 from (${members}) as members) as both_ways group by question, group_by, group_key, position, basis having sum(kept) <> sum(counted)`,
})

export const groups: Check = comparison({
  name: 'groups',
  holds: 'the size of each group is the sum of its counts',
  derived: true,
  differing: () =>
    sql`select ${group} as place, cast(sum(kept) as text) as found, cast(sum(counted) as text) as expected from (select question, group_by, group_key, claims as kept, 0 as counted from standing_groups union all select question, group_by, group_key, 0, claims from standings) as both_ways group by question, group_by, group_key having sum(kept) <> sum(counted)`,
})
