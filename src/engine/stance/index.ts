// Stand-in until the stance stage arrives: no suggestions.
import type { QuestionDefinition, StanceArticle, Suggestion } from '../types.ts'

export type Lessons = Readonly<Record<string, unknown>>
export type StanceModel = Readonly<Record<string, unknown>>
export const readStanceModel = (_bytes: Uint8Array): StanceModel => ({})
export const suggest = (
  _model: StanceModel,
  _article: StanceArticle,
  _question: QuestionDefinition,
  _lessons?: Lessons,
): Suggestion[] => []
