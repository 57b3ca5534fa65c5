// How to ask for the claims behind a mark, and for its counts when it is not among those shown.

import type { ListPositionsData } from '../../../../openapi/client/index.ts'
import type { ClaimsAsked } from '../../components/evidence/asked.ts'
import { daysOf } from '../../components/standing/months.ts'
import { type Grouping, type Outlook, UNKNOWN } from './outlook.ts'

type PositionsAsked = Partial<NonNullable<ListPositionsData['query']>>

/** Null for what cannot be asked for by name: claims without publisher, date or affiliation. */
export function claimsOf(
  { by, narrowing }: Outlook,
  key: string,
  question: string,
  position: string,
): ClaimsAsked | null {
  if (key === UNKNOWN) return null
  const group = by === 'month' ? daysOf(key, narrowing) : { [by]: key }
  return { ...narrowing, question, position, ...group }
}

/** Null where the counts cannot be asked for alone. */
export function standingAsked({ by, narrowing }: Outlook, key: string): PositionsAsked | null {
  if (key === UNKNOWN || by === 'affiliation') return null
  return { ...narrowing, ...(by === 'month' ? daysOf(key, narrowing) : { [by satisfies Grouping]: key }) }
}
