// The counts and evidence of a database that was filled without counting: what keeping them would have given, in one go.

import type SqliteDatabase from 'better-sqlite3'

const COUNTED = "c.status <> 'rejected'"
const SPEAKERS = 'cross join claim_speakers cs on cs.claim_id = c.id'
const BODIES = `${SPEAKERS} join speakers s on s.id = cs.speaker_id left join affiliations af on af.speaker_id = s.id`

/** Rows for each group a claim counts in. CROSS JOIN holds SQLite to the order of the claims, as they lie in the file. */
const members = (groupBy: string, key: string, joins = '') =>
  `insert into members select cp.question, '${groupBy}', ${key}, cp.position, cp.basis, case cp.basis when 'ruling' then 2 when 'people' then 1 else 0 end + cp.confidence / 2, coalesce(c.published_at, c.created_at), c.id from claims c cross join claim_positions cp on cp.claim_id = c.id ${joins} where ${COUNTED}`

const WAYS = [
  members('speaker', 'cs.speaker_id', SPEAKERS),
  members(
    'affiliation',
    `coalesce(af.organization_id, case when s.kind in ('person', 'unknown') then '' else s.id end)`,
    BODIES,
  ),
  members('publisher', `coalesce(c.publisher, '')`),
  members('month', `coalesce(c.published_month, '')`),
]

const ranked =
  "select question, group_by, group_key, position, strength, claim_id, row_number() over (partition by question, group_by, group_key, position order by strength desc, claim_id desc) as n, count(*) over (partition by question, group_by, group_key, position) as claims from members where position <> 'off-question'"
const COLUMNS = 'question, group_by, group_key, position, strength, claim_id'

const STEPS = [
  'create temp table members (question, group_by, group_key, position, basis, strength, at, claim_id)',
  ...WAYS,
  'insert into standings select question, group_by, group_key, position, basis, count(*) from members group by 1, 2, 3, 4, 5',
  'insert into standing_groups select question, group_by, group_key, sum(claims) from standings group by 1, 2, 3',
  "insert into evidence (question, group_by, group_key, at, claim_id) select question, group_by, group_key, at, claim_id from members where position <> 'off-question' order by 1, 2, 3, 4, 5",
  `create temp table best as select * from (${ranked}) where n <= 8`,
  `insert into strongest_evidence (${COLUMNS}) select ${COLUMNS} from best order by 1, 2, 3, 4, 5, 6`,
  `insert into evidence_floors (${COLUMNS}) select ${COLUMNS} from best where n = 8 and claims > 8 order by 1, 2, 3, 4`,
  'drop table best',
  'drop table members',
]

/** For a database whose claims have one speaker each, of one affiliation at most. */
export function recount(connection: SqliteDatabase.Database): void {
  for (const step of STEPS) connection.exec(step)
}
