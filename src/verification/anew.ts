// The statements that count everything anew, each over all claims at once: what keeping the counts write by write comes to.

import { type SQL, sql } from 'drizzle-orm'
import { KEPT, OFF_QUESTION } from '../standings/evidence.ts'
import type { Command, Database, Operation, Slot } from '../storage/database.ts'
import { forEachNumber, inParts, severally } from '../storage/several.ts'
import { members } from './members.ts'

/** Leaves nothing of what is derived, so that a claim without tags and rulings has no position, as it should. */
export function emptying({ tables, command }: Database): readonly Command[] {
  const { strongestEvidence, evidenceFloors, evidence, standings, standingGroups, claimPositions } = tables
  return [strongestEvidence, evidenceFloors, evidence, standings, standingGroups, claimPositions].map(
    (table) => command((q) => q.delete(table)),
  )
}

/** Writes positions where there are none, given by the columns of their table. */
export function placing({ tables, command }: Database): (rows: readonly object[]) => Operation<void> {
  const { claimPositions } = tables
  const row = (slot: Slot, i: number) => ({
    claimId: slot(`claimId${i}`),
    articleId: slot(`articleId${i}`),
    question: slot(`question${i}`),
    position: slot(`position${i}`),
    basis: slot(`basis${i}`),
    confidence: slot(`confidence${i}`),
    wordsAlone: slot(`wordsAlone${i}`),
    version: slot(`version${i}`),
    people: slot(`people${i}`),
  })
  const insert = forEachNumber((rows) =>
    command((q, slot) =>
      q.insert(claimPositions).values(Array.from({ length: rows }, (_, i) => row(slot, i))),
    ),
  )
  return function* place(rows) {
    for (const part of inParts(rows)) yield* insert(part.length)(severally(part))
  }
}

const strength = sql`(case cp.basis when 'ruling' then 2 when 'people' then 1 else 0 end + cp.confidence / 2)`
/** In the order of claims, which both tables can be read in; CROSS JOIN holds SQLite to it. */
const speaking = sql`claim_positions cp cross join evidence e where e.claim_id = cp.claim_id and e.question = cp.question`
const place = sql`question, group_by, group_key, position`
const within = sql`over (partition by ${place} order by strength desc, claim_id desc)`

/** The strongest of each group and position; in the order of the table's key, so that it is written from end to end. */
const best = sql`select ${place}, strength, claim_id from (select ${place}, strength, claim_id, row_number() ${within} as n from (select e.question, e.group_by, e.group_key, cp.position, ${strength} as strength, e.claim_id from ${speaking}) as ranked) as numbered where n <= ${sql.raw(String(KEPT))} order by 1, 2, 3, 4, 5, 6`

/** The weakest of those, where not all are among them. */
const floors = sql`select kept.question, kept.group_by, kept.group_key, kept.position, strength, claim_id from (select ${place}, strength, claim_id, row_number() ${within} as n from strongest_evidence) as kept join (select ${place}, sum(claims) as claims from standings group by 1, 2, 3, 4) as counted on counted.question = kept.question and counted.group_by = kept.group_by and counted.group_key = kept.group_key and counted.position = kept.position where n = ${sql.raw(String(KEPT))} and claims > ${sql.raw(String(KEPT))}`

type Derived = 'standings' | 'standingGroups' | 'evidence' | 'strongestEvidence' | 'evidenceFloors'

/** Counts and evidence from the positions, into empty tables; in this order, since later ones read earlier ones. */
export function counting({ tables, command }: Database): readonly Command[] {
  const into = (table: Derived, rows: SQL) => command((q) => q.insert(tables[table]).select(rows))
  const said = sql.raw(`'${OFF_QUESTION}'`)
  return [
    into(
      'standings',
      sql`select ${place}, basis, count(*) from (${members}) as members group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    ),
    into(
      'standingGroups',
      sql`select question, group_by, group_key, sum(claims) from standings group by 1, 2, 3`,
    ),
    into(
      'evidence',
      sql`select question, group_by, group_key, at, claim_id from (${members}) as members where position <> ${said} order by 1, 2, 3, 4, 5`,
    ),
    into('strongestEvidence', best),
    into('evidenceFloors', floors),
  ]
}
