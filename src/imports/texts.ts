// An article that comes with its annotations: the one that is here already with that text, or taken in as any other.

import { setImmediate as turn } from 'node:timers/promises'
import { NewArticle } from '../articles/schema.ts'
import { normalize, sha256Of } from '../articles/text.ts'
import type { Extraction } from '../engine/types.ts'
import { refuseUnstorable } from '../http/body.ts'
import { parsedLine } from '../http/ndjson.ts'
import type { Intake } from '../intake/take.ts'
import { Duplicate } from '../intake/take.ts'
import type { Act } from '../storage/ledger.ts'
import type { Status } from './format.ts'
import type { ImportStatements } from './statements.ts'

export interface TakenText {
  readonly status: Status
  /** Null on a dry run, where it is not stored. */
  readonly id: string | null
  /** As it is kept. */
  readonly text: string
  /** On a dry run, what the engine would find in it. */
  readonly foreseen?: Extraction
}

export function texts(
  { intake }: { readonly intake: Intake },
  s: ImportStatements,
  act: Act,
  dryRun: boolean,
) {
  /** Throws Malformed for what is no article. */
  return async (given: Record<string, unknown>): Promise<TakenText> => {
    const article = parsedLine(
      NewArticle,
      Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)),
    )
    refuseUnstorable(article)
    const text = normalize(article.text ?? '')
    const [known] = await s.sameText.read({ sha256: sha256Of(text) })
    if (known) return { status: 'unchanged', id: known.id, text }
    if (dryRun) {
      // Nothing is written that would let others be served in between.
      await turn()
      return { status: 'created', id: null, text, foreseen: await intake.foresee(article.title, text) }
    }
    try {
      return { status: 'created', id: (await intake.take(article, act)).id, text }
    } catch (error) {
      if (error instanceof Duplicate) return { status: 'unchanged', id: error.articleId, text }
      throw error
    }
  }
}
