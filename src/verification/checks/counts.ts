// The kept counts of who stands where equal a recount over all claims, for every way of grouping.

import { type SQL, sql } from 'drizzle-orm'
import type { GroupBy } from '../../standings/groups.ts'
import type { Check } from '../check.ts'
import { comparison } from '../comparison.ts'

/** Rows (question, group_by, group_key, position, basis): one for each group that a claim counts in. */
function members(groupBy: GroupBy, key: SQL, joins: SQL, distinct: SQL): SQL {
  return sql`select question, ${sql.raw(`'${groupBy}'`)} as group_by, group_key, position, basis from (select ${distinct} cp.question, cp.claim_id, ${key} as group_key, cp.position, cp.basis from claim_positions cp join claims c on c.id = cp.claim_id ${joins} where c.status <> 'rejected') as ${sql.raw(`by_${groupBy}`)}`
}

const speakers = sql`join claim_speakers cs on cs.claim_id = c.id`
const bodies = sql`${speakers} join speakers s on s.id = cs.speaker_id left join affiliations af on af.speaker_id = s.id`
const everyMember = sql.join(
  [
    members('speaker', sql`cs.speaker_id`, speakers, sql``),
    // Two who speak for one body make one claim of that body.
    members(
      'affiliation',
      sql`coalesce(af.organization_id, case when s.kind in ('person', 'unknown') then '' else s.id end)`,
      bodies,
      sql`distinct`,
    ),
    members('publisher', sql`coalesce(c.publisher, '')`, sql``, sql``),
    members('month', sql`coalesce(c.published_month, '')`, sql``, sql``),
  ],
  sql` union all `,
)

const group = sql`question || ' by ' || group_by || ' ' || group_key`

export const counts: Check = comparison({
  name: 'counts',
  holds: 'the kept counts are what a recount gives',
  derived: true,
  differing: () =>
    sql`select ${group} || ', ' || position || ' by ' || basis as place, cast(sum(kept) as text) as found, cast(sum(counted) as text) as expected from (select question, group_by, group_key, position, basis, claims as kept, 0 as counted from standings union all select question, group_by, group_key, position, basis, 0, 1 from (${everyMember}) as members) as both_ways group by question, group_by, group_key, position, basis having sum(kept) <> sum(counted)`,
})

export const groups: Check = comparison({
  name: 'groups',
  holds: 'the size of each group is the sum of its counts',
  derived: true,
  differing: () =>
    sql`select ${group} as place, cast(sum(kept) as text) as found, cast(sum(counted) as text) as expected from (select question, group_by, group_key, claims as kept, 0 as counted from standing_groups union all select question, group_by, group_key, 0, claims from standings) as both_ways group by question, group_by, group_key having sum(kept) <> sum(counted)`,
})
