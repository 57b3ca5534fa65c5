// The finished API document: passes over what the routes say, in this order.

import { type Manners, withAnswers } from './answers.ts'
import { withOptionalBodies } from './bodies.ts'
import { bounded } from './bounds.ts'
import { withExamples } from './examples.ts'
import { withFiles } from './files.ts'
import { withGroups } from './groups.ts'
import { withSpelledHeaders } from './headers.ts'
import { type Document, mapSchemas } from './shape.ts'
import { withDiscriminators } from './unions.ts'

export type { Manners } from './answers.ts'
export { asOpenApi30 } from './older.ts'
export type { Document } from './shape.ts'

export function finished(document: Document, manners: ReadonlyMap<string, Manners>): Document {
  const passes: readonly ((document: Document) => Document)[] = [
    (all) => withAnswers(all, manners),
    (all) => withOptionalBodies(all, manners),
    withFiles,
    (all) => mapSchemas(all, bounded),
    withDiscriminators,
    withExamples,
    withSpelledHeaders,
    withGroups,
  ]
  return passes.reduce((all, pass) => pass(all), document)
}
