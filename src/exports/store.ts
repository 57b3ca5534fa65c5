// Articles that people have gone through, as the engine's trainer reads them.

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import type { StoredSpan } from '../storage/tables.ts'

type Pairs = readonly (readonly [start: number, end: number])[]

/** One line of the corpus; offsets are UTF-16 code units, half-open. */
export interface TrainingArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly {
    readonly source: Pairs
    readonly cue: Pairs
    readonly content: Pairs
    readonly speakers: readonly string[]
    readonly polarity: string
  }[]
}

/** Articles looked at in one go: bounds memory, and lets other requests in between. */
const AT_ONCE = 20

export type ExportStore = ReturnType<typeof exportStore>

export function exportStore(db: Database) {
  const s = statements(db)

  async function claimsOf(articleId: string): Promise<TrainingArticle['attributions']> {
    const names = new Map<string, string[]>()
    for (const { claimId, name } of await s.speakers.read({ articleId }))
      names.set(claimId, [...(names.get(claimId) ?? []), name])
    const claims = await s.confirmed.read({ articleId })
    return claims.map(({ id, source, cue, content, polarity }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
      speakers: names.get(id) ?? [],
      polarity,
    }))
  }

  return {
    /**
     * Articles of which every claim has been confirmed or rejected, and at least one confirmed: where a claim was
     * never looked at, what is left out of the line would be taught as being no claim.
     */
    async *training(): AsyncGenerator<TrainingArticle> {
      for (let after = ''; ; ) {
        const articles = await s.reviewed.read({ after, limit: AT_ONCE })
        for (const { id, text } of articles) yield { id, text, attributions: await claimsOf(id) }
        const last = articles.at(-1)
        if (!last || articles.length < AT_ONCE) return
        after = last.id
      }
    },
  }
}

const pairs = (spans: readonly StoredSpan[]): Pairs => spans.map((span) => span.utf16)

function statements(db: Database) {
  const { articles: a, claims: c, claimSpeakers: cs, speakers: sp } = db.tables
  const some = (status: string) =>
    sql`exists (select 1 from ${c} where ${c.articleId} = ${a.id} and ${c.status} = ${status})`
  return {
    reviewed: db.query((q, slot) =>
      q
        .select({ id: a.id, text: a.text })
        .from(a)
        .where(and(gt(a.id, slot('after')), some('confirmed'), sql`not ${some('proposed')}`))
        .orderBy(asc(a.id))
        .limit(slot('limit')),
    ),
    confirmed: db.query((q, slot) =>
      q
        .select({ id: c.id, source: c.source, cue: c.cue, content: c.content, polarity: c.polarity })
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), eq(c.status, 'confirmed')))
        .orderBy(asc(c.ordinal)),
    ),
    speakers: db.query((q, slot) =>
      q
        .select({ claimId: c.id, name: sp.name })
        .from(c)
        .innerJoin(cs, eq(cs.claimId, c.id))
        .innerJoin(sp, eq(sp.id, cs.speakerId))
        .where(eq(c.articleId, slot('articleId')))
        .orderBy(asc(cs.ordinal)),
    ),
  }
}
