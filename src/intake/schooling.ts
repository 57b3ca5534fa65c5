// Decisions as the engine learns from them: each claim in its article, oldest first.

import type { ClaimInContext, ClaimStore } from '../claims/store.ts'
import type { LessonExample } from '../engine/index.ts'
import type { StanceArticle } from '../engine/types.ts'
import type { Database, Operation } from '../storage/database.ts'
import { stanceArticle } from './stance-article.ts'
import { lessonStatements } from './statements.ts'

/** The newest decisions; more teach hardly better and take longer. */
export const MOST_EXAMPLES = 500

/** What people, or a ruling, place a claim on; the revision tells whether the claim has been corrected since. */
export interface Decision {
  readonly claimId: string
  readonly articleId: string
  readonly position: string
  readonly revision: number
}

interface InContext {
  readonly rows: ClaimInContext[]
  readonly article: StanceArticle
}

/** Of decisions, newest first. */
export type Schooling = (decided: readonly Decision[]) => Promise<LessonExample[]>

export function schooling(db: Database, claims: ClaimStore): Schooling {
  const s = lessonStatements(db, MOST_EXAMPLES)

  function* inContext(id: string): Operation<InContext | null> {
    const [article] = yield* s.article({ id })
    if (!article) return null
    const rows = yield* claims.ofArticle(id)
    return { rows, article: stanceArticle(article, rows) }
  }

  /** Oldest first, so that the same decisions are learnt in the same order after a restart. */
  return async (decided) => {
    const articles = new Map<string, InContext | null>()
    const examples: LessonExample[] = []
    for (const { claimId, articleId, position } of [...decided].reverse()) {
      let found = articles.get(articleId)
      if (found === undefined) {
        found = await db.look(() => inContext(articleId))
        articles.set(articleId, found)
      }
      if (!found) continue
      const index = found.rows.findIndex((row) => row.id === claimId)
      if (index >= 0) examples.push({ article: found.article, index, position })
    }
    return examples
  }
}
