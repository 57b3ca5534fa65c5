// The tables as drizzle-kit and open-postgres.ts read them.

import { columns } from './columns.postgres.ts'
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
