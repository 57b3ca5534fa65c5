// What importers of annotations need of the other rooms.

import type { AnnotatorStore } from '../annotators/store.ts'
import type { MarkServices } from './marks.ts'

export interface AnnotationServices extends MarkServices {
  readonly annotators: AnnotatorStore
  /** Told of each question that somebody decided something on. */
  readonly decided: (question: string) => void
}
