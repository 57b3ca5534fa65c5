// The thread that learns from decisions. It waits from the start of the service on, so it loads little: the weights that
// find claims, ten times as large as those that place them, are not among it, nor what reads files.

import { createEngine, type LessonExample, type Lessons } from '../engine/index.ts'
import { shippedWeights } from '../weights.ts'
import type { AskedQuestion } from './analyse.ts'

const engine = createEngine({ ...shippedWeights(), claims: new Uint8Array() })

export interface Lesson {
  readonly question: AskedQuestion
  readonly examples: readonly LessonExample[]
}

/** Without a lesson it has only been started. */
export default ({ question, examples }: Partial<Lesson>): Lessons | null =>
  question && examples ? engine.learn(question, examples) : null
