// Where the numbers of a page come from: the kept counts, or, under filters they were not kept for, the claims.

import { type SQL, sql } from 'drizzle-orm'
import { SHOWN } from '../standings/evidence.ts'
import type { GroupBy } from '../standings/groups.ts'
import type { Database } from '../storage/database.ts'

/** Statements over one page's groups `g(group_key, claims)`; all values are slots. */
export interface Source {
  /** What the others read from, and the groups of the page under the name `picked`, as this statement picks them. */
  with(picked: SQL): SQL
  /** All groups: a relation with `group_key` and `claims`. */
  readonly groups: SQL
  /** JSON of position → [n, how many of them people or a ruling placed] for the group `g`. */
  readonly counts: SQL
  readonly firstAt: SQL
  readonly lastAt: SQL
  /** Rows (claim_id, strength) of the group `g` on the side in this slot. */
  evidence(side: SQL): SQL
}

const question = sql.placeholder('question')
const groupBy = sql.placeholder('groupBy')

/** An object of the rows (position, n, placed) of this relation. */
function byPosition(db: Database, relation: SQL): SQL {
  const [object, array] =
    db.dialect === 'sqlite' ? ['json_group_object', 'json_array'] : ['json_object_agg', 'json_build_array']
  return sql`(select ${sql.raw(object)}(position, ${sql.raw(array)}(n, placed)) from (${relation}) as p)`
}

export function keptCounts(db: Database): Source {
  const group = sql`question = ${question} and group_by = ${groupBy} and group_key = g.group_key`
  return {
    with: (picked) => sql`with picked as (${picked})`,
    groups: sql`(select group_key, claims from standing_groups where question = ${question} and group_by = ${groupBy})`,
    counts: byPosition(
      db,
      sql`select position, sum(claims) as n, sum(case basis when 'machine' then 0 else claims end) as placed from standings where ${group} group by position`,
    ),
    firstAt: sql`(select min(at) from evidence where ${group})`,
    lastAt: sql`(select max(at) from evidence where ${group})`,
    evidence: (side) =>
      sql`select claim_id, strength from strongest_evidence where ${group} and position = ${side}`,
  }
}

export interface Narrowing {
  readonly basis: boolean
  readonly type: boolean
  readonly speakers: number
  readonly publisher: boolean
  readonly from: boolean
  readonly to: boolean
}

/**
 * Counted on the spot from the claims that fit; the slots are named as in `Narrowing`. The claims are gone through once
 * for the counts of all groups and once for the evidence of those picked, however many they are. `found` are the ids of
 * the claims that one of the filters leaves, as a statement; null to go through all that are placed on the question.
 */
export function liveCounts(db: Database, by: GroupBy, narrowing: Narrowing, found: SQL | null): Source {
  const sums = sql`select group_key, position, count(*) as n, sum(case basis when 'machine' then 0 else 1 end) as placed, min(at) as first_at, max(at) as last_at from members group by group_key, position`
  const ranked = sql`select group_key, position, claim_id, strength, row_number() over (partition by group_key, position order by strength desc, claim_id desc) as place from members where position <> 'off-question' and group_key in (select group_key from picked)`
  const ofGroup = sql`from sums where sums.group_key = g.group_key`
  return {
    with: (picked) =>
      sql`with members as materialized (${membersOf(by, narrowing, found)}), sums as materialized (${sums}), picked as materialized (${picked}), best as materialized (select group_key, position, claim_id, strength from (${ranked}) as r where place <= ${sql.raw(String(SHOWN))})`,
    groups: sql`(select group_key, cast(sum(n) as integer) as claims from sums group by group_key)`,
    counts: byPosition(db, sql`select position, n, placed ${ofGroup}`),
    firstAt: sql`(select min(first_at) ${ofGroup} and position <> 'off-question')`,
    lastAt: sql`(select max(last_at) ${ofGroup} and position <> 'off-question')`,
    evidence: (side) =>
      sql`select claim_id, strength from best where best.group_key = g.group_key and position = ${side}`,
  }
}

/** A row for each claim that fits and each group it counts in. CROSS JOIN holds SQLite to what they are found by. */
function membersOf(by: GroupBy, narrowing: Narrowing, found: SQL | null): SQL {
  // Two people of one body say a claim once for it.
  const once = by === 'affiliation' ? sql.raw('distinct') : sql``
  const from = found
    ? sql`(${found}) as found cross join claim_positions cp on cp.claim_id = found.id join claims c on c.id = cp.claim_id`
    : sql`claim_positions cp join claims c on c.id = cp.claim_id`
  return sql`select ${once} ${KEY[by]} as group_key, c.id as claim_id, cp.position as position, cp.basis as basis, coalesce(c.published_at, c.created_at) as at, case cp.basis when 'ruling' then 2 when 'people' then 1 else 0 end + cp.confidence / 2 as strength from ${from} ${JOIN[by]} where cp.question = ${question} and c.status <> 'rejected'${conditions(by, narrowing)}`
}

const KEY: Record<GroupBy, SQL> = {
  speaker: sql`cs.speaker_id`,
  affiliation: sql`coalesce(af.organization_id, case when s.kind in ('person', 'unknown') then '' else s.id end)`,
  publisher: sql`coalesce(c.publisher, '')`,
  month: sql`coalesce(c.published_month, '')`,
}

const JOIN: Record<GroupBy, SQL> = {
  speaker: sql`join claim_speakers cs on cs.claim_id = c.id`,
  affiliation: sql`join claim_speakers cs on cs.claim_id = c.id join speakers s on s.id = cs.speaker_id left join affiliations af on af.speaker_id = s.id`,
  publisher: sql``,
  month: sql``,
}

function conditions(by: GroupBy, { basis, type, speakers, publisher, from, to }: Narrowing): SQL {
  const parts: SQL[] = []
  if (basis) parts.push(sql` and cp.basis = ${sql.placeholder('basis')}`)
  if (type) parts.push(sql` and c.type = ${sql.placeholder('type')}`)
  if (publisher) parts.push(sql` and c.publisher = ${sql.placeholder('publisher')}`)
  if (from) parts.push(sql` and c.published_at >= ${sql.placeholder('from')}`)
  if (to) parts.push(sql` and c.published_at < ${sql.placeholder('to')}`)
  if (speakers > 0) {
    const ids = sql.join(
      Array.from({ length: speakers }, (_, i) => sql.placeholder(`speaker${i}`)),
      sql`, `,
    )
    // Grouped by speaker, only those asked for are shown, not whoever they spoke together with.
    parts.push(
      by === 'speaker'
        ? sql` and cs.speaker_id in (${ids})`
        : sql` and exists (select 1 from claim_speakers one where one.claim_id = c.id and one.speaker_id in (${ids}))`,
    )
  }
  return sql.join(parts)
}
