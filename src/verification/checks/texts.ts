// Each span is the text it points to, in both ways of counting; each claim repeats its article truly and stands in order.

import { sha256Of } from '../../articles/text.ts'
import { quoteOf } from '../../claims/present.ts'
import { type Anchoring, anchoring } from '../../claims/spans.ts'
import { monthOf } from '../../standings/groups.ts'
import type { Database } from '../../storage/database.ts'
import type { StoredSpan } from '../../storage/tables.ts'
import { type Check, type Findings, findings } from '../check.ts'
import { articlewise } from '../statements.ts'
import { stretches } from '../stretches.ts'

type Article = Database['tables']['articles']['$inferSelect']
type Claim = Database['tables']['claims']['$inferSelect']

export const texts: Check = {
  name: 'texts',
  holds: 'each span is the text that it points to, and each claim agrees with its article',
  derived: false,
  async find(db) {
    const s = articlewise(db)
    const found = findings()
    for await (const { rows } of stretches(s.ids)) {
      for (const { id } of rows) {
        const [article] = await s.article.read({ id })
        if (!article) continue
        if (sha256Of(article.text) !== article.sha256)
          found.note(`${id}, its text`, sha256Of(article.text), article.sha256)
        const claims = await s.claims.read({ id })
        const anchors = anchoring(article.text)
        for (const [i, claim] of claims.entries()) compare(claim, i + 1, article, anchors, found)
      }
    }
    return found.found()
  },
}

function compare(claim: Claim, ordinal: number, article: Article, anchors: Anchoring, found: Findings): void {
  const must = (what: string, is: unknown, expected: unknown) => {
    if (is !== expected) found.note(`${claim.id}, its ${what}`, is, expected)
  }
  for (const part of ['content', 'cue', 'source'] as const)
    for (const [i, span] of claim[part].entries())
      must(`${part} ${i + 1}`, JSON.stringify(inOrder(span)), JSON.stringify(inOrder(again(span, anchors))))
  const { prefix, suffix } = anchors.context(claim.content)
  must('prefix', claim.prefix, prefix)
  must('suffix', claim.suffix, suffix)
  must('quote', claim.quote, quoteOf(claim.content))
  must('start', claim.start, claim.content[0]?.utf16[0] ?? 0)
  must('place in the article', claim.ordinal, ordinal)
  must('publisher', claim.publisher, article.publisher)
  must('date', claim.publishedAt, article.publishedAt)
  must('month', claim.publishedMonth, monthOf(article.publishedAt))
}

const again = ({ utf16: [start, end] }: StoredSpan, anchors: Anchoring) => anchors.stored({ start, end })
const inOrder = ({ utf16, points, exact }: StoredSpan) => [...utf16, ...points, exact]
