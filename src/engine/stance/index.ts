// The door of the stance stage: claims and a question in, positions with reasons out; and what people teach it.
export { type Explanation, explain, type Weight } from './explain.ts'
export { type LessonExample, type Lessons, learn } from './lessons.ts'
export type { StanceModel } from './model.ts'
export { readStanceModel } from './model-file.ts'
export { suggest } from './suggest.ts'
export { type DefinitionWarning, warnings } from './warnings.ts'
