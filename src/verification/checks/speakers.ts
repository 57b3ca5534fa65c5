// Speakers are found by each of their names; who was merged has nothing left, and leads to one who was not.

import { sql } from 'drizzle-orm'
import { fold } from '../../speakers/names.ts'
import { type Check, findings } from '../check.ts'
import { comparison } from '../comparison.ts'
import { speakerwise } from '../statements.ts'
import { gathered, stretches } from '../stretches.ts'

export const names: Check = {
  name: 'names',
  holds: 'each speaker is found by each of their names',
  derived: false,
  async find(db) {
    const s = speakerwise(db)
    const found = findings()
    for await (const { rows, range } of stretches(s.speakers)) {
      const aliases = gathered(await s.aliases.read(range), (row) => row.speakerId)
      for (const { id, name, mergedInto } of rows) {
        const own = aliases.get(id) ?? []
        for (const { alias, folded } of own)
          if (folded !== fold(alias)) found.note(`${id}, called ${alias}`, folded, fold(alias))
        if (mergedInto === null && !own.some(({ folded }) => folded === fold(name)))
          found.note(`${id}, the name itself`, 'not among the names', name)
      }
    }
    return found.found()
  },
}

const left = (what: string, table: string, column: string) =>
  sql.raw(
    `select s.id as place, '${what}' as found, 'nothing is left of who was merged' as expected from speakers s where s.merged_into is not null and exists (select 1 from ${table} one where one.${column} = s.id)`,
  )

export const merged: Check = comparison({
  name: 'merged speakers',
  holds: 'who was merged has nothing left, and leads to one who was not',
  derived: false,
  differing: () =>
    sql`${left('claims', 'claim_speakers', 'speaker_id')} union all ${left('names', 'speaker_aliases', 'speaker_id')} union all ${left('affiliations', 'affiliations', 'speaker_id')} union all ${left('members', 'affiliations', 'organization_id')} union all select s.id, s.merged_into, 'a speaker who is there and was not merged' from speakers s where s.merged_into is not null and not exists (select 1 from speakers into_one where into_one.id = s.merged_into and into_one.merged_into is null)`,
})
