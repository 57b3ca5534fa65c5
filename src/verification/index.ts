// Everything that must hold of a database, in the order in which it is checked: what all else rests on comes first.

import type { Database } from '../storage/database.ts'
import type { Check, Found } from './check.ts'
import { counts, groups } from './checks/counts.ts'
import { current } from './checks/current.ts'
import { evidence } from './checks/evidence.ts'
import { file, references } from './checks/file.ts'
import { ids } from './checks/ids.ts'
import { ledger, recorded } from './checks/ledger.ts'
import { positions } from './checks/positions.ts'
import { searchable } from './checks/search.ts'
import { merged, names } from './checks/speakers.ts'
import { strongest } from './checks/strongest.ts'
import { tables } from './checks/tables.ts'
import { texts } from './checks/texts.ts'

export const checks: readonly Check[] = [
  file,
  tables,
  references,
  ids,
  ledger,
  recorded,
  texts,
  names,
  merged,
  current,
  positions,
  counts,
  groups,
  evidence,
  strongest,
  searchable,
]

export interface Checked extends Found {
  readonly check: Check
  /** Why it could not be looked at to its end: a broken page, a connection that was cut. */
  readonly unreadable: string | null
}

/**
 * One after the other over one moment; a check that cannot be carried out is a finding, and the next one goes on. In
 * tables of another version nothing more is looked for.
 */
export async function* verify(db: Database, which: readonly Check[] = checks): AsyncGenerator<Checked> {
  for (const check of which) {
    try {
      const found = await check.find(db)
      yield { check, ...found, unreadable: null }
      if (check === tables && found.count > 0) return
    } catch (error) {
      yield { check, count: 1, examples: [], unreadable: inWords(error) }
      if (check === tables) return
    }
  }
}

/** What the database itself said, behind the refusal. */
function inWords(error: unknown): string {
  const { cause, message } = error as Error
  return cause instanceof Error ? inWords(cause) : message
}
