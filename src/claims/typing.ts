// The type of a claim that a person marked: it follows the quotation marks, as the engine's does.

import { read } from '../engine/document.ts'
import { claimTypeOf } from '../engine/quotations/claim-type.ts'
import { regionsOf } from '../engine/quotations/index.ts'
import type { ClaimType } from '../engine/types.ts'
import type { StoredSpan } from '../storage/tables.ts'

export function claimTyping(text: string, content: readonly StoredSpan[]): ClaimType {
  const spans = content.map(({ utf16: [start, end] }) => ({ start, end }))
  return claimTypeOf(text, spans, regionsOf(read(text)))
}
