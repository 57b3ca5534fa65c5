// What lies between two quotation marks, marks included.
import type { Span } from '../types.ts'

export interface Region extends Span {
  readonly kind: 'double' | 'single'
  /** False when the line ended before the closing mark. */
  readonly closed: boolean
}
