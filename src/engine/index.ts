// The engine's door: text in, claims with speakers out; claims and a question in, positions out.
import { attributionsOf } from './attribution/index.ts'
import { read } from './document.ts'
import { readClaimsModel } from './model/claims-model.ts'
import { resolveSpeakers } from './speakers/index.ts'
import {
  type Explanation,
  explain,
  type LessonExample,
  type Lessons,
  learn,
  readStanceModel,
  suggest,
} from './stance/index.ts'
import type { Extraction, QuestionDefinition, StanceArticle, Suggestion } from './types.ts'

export type { DefinitionWarning, Explanation, LessonExample, Lessons } from './stance/index.ts'
export { warnings } from './stance/index.ts'
export type * from './types.ts'

export interface Engine {
  readonly name: string
  /** Changes whenever answers may. */
  readonly version: string
  extract(text: string): Extraction
  suggest(article: StanceArticle, question: QuestionDefinition, lessons?: Lessons): Suggestion[]
  /** What people's decisions on a question teach; plain JSON, to be handed to `suggest` and `explain`. */
  learn(question: QuestionDefinition, examples: readonly LessonExample[]): Lessons
  /** The weights behind a suggestion, or null when the article has no such claim. */
  explain(
    article: StanceArticle,
    index: number,
    question: QuestionDefinition,
    lessons?: Lessons,
  ): Explanation | null
}

/** Raised by hand when rules change; the weights bring their own part of the version. */
const RULES = '6'

/** Bytes as shipped in `weights/`. Any text gives an answer; only broken weights throw, here and nowhere later. */
export function createEngine(model: { claims: Uint8Array; stance: Uint8Array }): Engine {
  const claims = readClaimsModel(model.claims)
  const stance = readStanceModel(model.stance)
  return {
    name: 'averment',
    version: `${RULES}.${claims.version}.${stance.version}`,
    extract(text) {
      const document = read(text)
      return resolveSpeakers(document, attributionsOf(document, claims))
    },
    suggest: (article, question, lessons) => suggest(stance, article, question, lessons),
    learn: (question, examples) => learn(stance, question, examples),
    explain: (article, index, question, lessons) => explain(stance, article, index, question, lessons),
  }
}
