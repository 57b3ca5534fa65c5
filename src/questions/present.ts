// A question's row as the API shows it, and what it says of the annotators' work as a row keeps it.

import { iso } from '../http/formats.ts'
import type { Database } from '../storage/database.ts'
import type { PositionRow } from '../storage/tables.ts'
import type { Position, QuestionChange, QuestionVersion, StoredQuestion } from './schema.ts'

export type Row = Database['tables']['questions']['$inferSelect']
type VersionRow = Database['tables']['questionVersions']['$inferSelect']
export type Work = Pick<Row, 'settlePeople' | 'settleShare' | 'tagsPerClaim' | 'blind'>

const position = ({ slug, label, definition, kind, examples = [] }: PositionRow): Position => ({
  slug,
  label,
  definition,
  kind,
  examples,
})

/** Field by field, so that the ETag does not hang on where a row came from. */
export const present = (row: Row): StoredQuestion => ({
  slug: row.slug,
  text: row.text,
  guidelines: row.guidelines,
  version: row.version,
  status: row.status as StoredQuestion['status'],
  positions: row.positions.map(position),
  settleAt: settleAtOf(row),
  tagsPerClaim: row.tagsPerClaim,
  blind: row.blind === 1,
  createdAt: iso(row.createdAt),
  updatedAt: iso(row.updatedAt),
})

export const presentVersion = ({
  version,
  text,
  guidelines,
  positions,
  createdAt,
}: VersionRow): QuestionVersion => ({
  version,
  text,
  guidelines,
  positions: positions.map(position),
  createdAt: iso(createdAt),
})

export const settleAtOf = ({
  settlePeople,
  settleShare,
}: Pick<Row, 'settlePeople' | 'settleShare'>): StoredQuestion['settleAt'] =>
  settlePeople === null || settleShare === null ? null : { people: settlePeople, share: settleShare }

/** As a row keeps it: a field left out is as it was. */
export const workOf = (
  { settleAt, tagsPerClaim, blind }: Pick<QuestionChange, 'settleAt' | 'tagsPerClaim' | 'blind'>,
  before: Work,
): Work => ({
  settlePeople: settleAt === undefined ? before.settlePeople : (settleAt?.people ?? null),
  settleShare: settleAt === undefined ? before.settleShare : (settleAt?.share ?? null),
  tagsPerClaim: tagsPerClaim ?? before.tagsPerClaim,
  blind: blind === undefined ? before.blind : Number(blind),
})

/** How a question is worked on where nobody has said. */
export const UNSAID: Work = { settlePeople: null, settleShare: null, tagsPerClaim: 2, blind: 1 }
