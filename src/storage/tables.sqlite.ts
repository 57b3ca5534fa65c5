// The tables as drizzle-kit and open-sqlite.ts read them.

import { columns } from './columns.sqlite.ts'
import { defineTables } from './tables.ts'

export const {
  annotators,
  keys,
  articles,
  claims,
  speakers,
  speakerAliases,
  affiliations,
  claimSpeakers,
  questions,
  questionVersions,
  tags,
  rulings,
  leases,
  lessons,
  claimPositions,
  standings,
  standingGroups,
  evidence,
  strongestEvidence,
  evidenceFloors,
  changes,
  idempotencyKeys,
} = defineTables(columns)
