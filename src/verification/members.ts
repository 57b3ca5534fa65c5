// Whom each claim counts for: a row for each question a claim has a position on and each group it counts in there.

import { type SQL, sql } from 'drizzle-orm'
import type { GroupBy } from '../standings/groups.ts'

/** The columns of a member, by which counts and evidence are told apart. */
function membersBy(groupBy: GroupBy, key: SQL, joins: SQL, distinct: SQL): SQL {
  return sql`select question, ${sql.raw(`'${groupBy}'`)} as group_by, group_key, position, basis, at, claim_id from (select ${distinct} cp.question, cp.claim_id, ${key} as group_key, cp.position, cp.basis, coalesce(c.published_at, c.created_at) as at from claim_positions cp join claims c on c.id = cp.claim_id ${joins} where c.status <> 'rejected') as ${sql.raw(`by_${groupBy}`)}`
}

const speakers = sql`join claim_speakers cs on cs.claim_id = c.id`
const bodies = sql`${speakers} join speakers s on s.id = cs.speaker_id left join affiliations af on af.speaker_id = s.id`

/** Rows (question, group_by, group_key, position, basis, at, claim_id). */
export const members = sql.join(
  [
    membersBy('speaker', sql`cs.speaker_id`, speakers, sql``),
    // Two who speak for one body make one claim of that body.
    membersBy(
      'affiliation',
      sql`coalesce(af.organization_id, case when s.kind in ('person', 'unknown') then '' else s.id end)`,
      bodies,
      sql`distinct`,
    ),
    membersBy('publisher', sql`coalesce(c.publisher, '')`, sql``, sql``),
    membersBy('month', sql`coalesce(c.published_month, '')`, sql``, sql``),
  ],
  sql` union all `,
)
