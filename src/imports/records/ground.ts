// What records may refer to: what is stored, and on a dry run what would be by then.

import { ENGINE_ID, SYSTEM_ID } from '../../annotators/people.ts'
import { type Fault, Invalid } from '../../errors.ts'
import type { QuestionVersion } from '../../questions/schema.ts'
import type { Operation } from '../../storage/database.ts'
import type { ImportStatements } from '../statements.ts'

/** The positions of each version of a question. */
export type Versions = ReadonlyMap<number, ReadonlySet<string>>

export interface Ground {
  annotator(id: string): Operation<boolean>
  speaker(id: string): Operation<boolean>
  /** Null for a question that is not known. */
  versions(slug: string): Operation<Versions | null>
  /** It is not stored, since this is a dry run, and would have been. */
  promise(kind: 'annotator' | 'speaker', id: string): void
  promiseQuestion(slug: string, versions: readonly QuestionVersion[]): void
}

export function groundOf(s: ImportStatements): Ground {
  const annotators = new Set<string>([ENGINE_ID, SYSTEM_ID])
  const speakers = new Set<string>()
  const questions = new Map<string, Versions>()
  return {
    *annotator(id) {
      if (annotators.has(id)) return true
      if ((yield* s.annotator({ id })).length === 0) return false
      annotators.add(id)
      return true
    },
    *speaker(id) {
      if (speakers.has(id)) return true
      if ((yield* s.speaker({ id })).length === 0) return false
      speakers.add(id)
      return true
    },
    *versions(slug) {
      const known = questions.get(slug)
      if (known) return known
      const rows = yield* s.versions({ slug })
      if (rows.length === 0) return null
      const versions = positionsByVersion(rows)
      questions.set(slug, versions)
      return versions
    },
    promise: (kind, id) => (kind === 'annotator' ? annotators : speakers).add(id),
    promiseQuestion: (slug, versions) => questions.set(slug, positionsByVersion(versions)),
  }
}

const positionsByVersion = (
  rows: readonly { version: number; positions: readonly { slug: string }[] }[],
): Versions =>
  new Map(rows.map(({ version, positions }) => [version, new Set(positions.map((one) => one.slug))]))

/** Something that is referred to and not there. */
export const missing = (pointer: string, code: string, detail: string, more: readonly Fault[] = []) =>
  new Invalid(detail, { faults: [{ pointer, code, detail }, ...more] })
