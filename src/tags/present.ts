// A tag's row as the API shows it.

import { iso } from '../http/formats.ts'
import type { Tag } from './schema.ts'

export interface TagRow {
  id: string
  claimId: string
  /** Only where something is to be written. */
  articleId?: string
  question: string
  questionVersion: number
  position: string
  annotatorId: string
  annotatorName: string
  annotatorVersion: string | null
  kind: string
  confidence: number | null
  rationale: string | null
  createdAt: number
  current: number
}

export const present = ({
  articleId: _,
  annotatorId,
  annotatorName,
  annotatorVersion,
  kind,
  createdAt,
  current,
  ...row
}: TagRow): Tag =>
  ({
    ...row,
    annotator: { id: annotatorId, name: annotatorName, kind, version: annotatorVersion },
    createdAt: iso(createdAt),
    current: current === 1,
  }) as Tag
