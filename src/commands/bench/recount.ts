// The counts and evidence of a database that was filled without counting: what keeping them would have given, in one go.

import SqliteDatabase from 'better-sqlite3'

/** Rows (question, group_by, group_key, position, basis, confidence, at, claim_id): one for each group a claim counts in. */
const members = (groupBy: string, key: string, joins = '') =>
  `select cp.question, '${groupBy}' as group_by, ${key} as group_key, cp.position, cp.basis, cp.confidence, coalesce(c.published_at, c.created_at) as at, c.id as claim_id from claim_positions cp join claims c on c.id = cp.claim_id ${joins}`

const SPEAKERS = 'join claim_speakers cs on cs.claim_id = c.id'
const BODIES = `${SPEAKERS} join speakers s on s.id = cs.speaker_id left join affiliations af on af.speaker_id = s.id`
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
  "select e.question, e.group_by, e.group_key, cp.position, case cp.basis when 'ruling' then 2 when 'people' then 1 else 0 end + cp.confidence / 2 as strength, e.claim_id from evidence e join claim_positions cp on cp.claim_id = e.claim_id and cp.question = e.question"
const numbered = `select *, row_number() over (partition by question, group_by, group_key, position order by strength desc, claim_id desc) as n, count(*) over (partition by question, group_by, group_key, position) as claims from (${ranked})`
const COLUMNS = 'question, group_by, group_key, position, strength, claim_id'

/** For a database whose claims have one speaker each, of one affiliation at most, and none of which is rejected. */
export function recount(path: string): void {
  const db = new SqliteDatabase(path)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -262144')
  db.transaction(() => {
    for (const way of WAYS) {
      db.exec(
        `insert into standings select question, group_by, group_key, position, basis, count(*) from (${way}) group by 1, 2, 3, 4, 5`,
      )
      db.exec(
        `insert into evidence (question, group_by, group_key, at, claim_id) select question, group_by, group_key, at, claim_id from (${way}) where position <> 'off-question' order by 1, 2, 3, 4, 5`,
      )
    }
    db.exec(
      'insert into standing_groups select question, group_by, group_key, sum(claims) from standings group by 1, 2, 3',
    )
    db.exec(
      `insert into strongest_evidence (${COLUMNS}) select ${COLUMNS} from (${numbered}) where n <= 8 order by 1, 2, 3, 4, 5, 6`,
    )
    db.exec(
      `insert into evidence_floors (${COLUMNS}) select ${COLUMNS} from (${numbered}) where n = 8 and claims > 8`,
    )
  })()
  db.exec('analyze')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
