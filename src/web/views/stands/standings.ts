// Asks who stands where, as far as it is looked at, and what all of it comes to.

import { type Averment, type Change, each, type Question } from '../../../../openapi/client/index.ts'
import type { Counted } from '../../components/standing/said.ts'
import { type Answer, useAnswer } from '../../frame/asking.ts'
import { type Group, groupOf } from './groups.ts'
import type { Outlook } from './outlook.ts'

export interface Standings {
  /** What was asked for: an answer stays while the next is waited for. */
  readonly of: string
  readonly groups: readonly Group[]
  readonly isMore: boolean
}

/** As many as a picture can show with their names. Months are few, and all of them belong to it. */
const PAGE = 60
const MOST_MONTHS = 200

const isAboutClaims = ({ entity }: Change) => entity !== 'key' && entity !== 'annotator'

export function useStandings(
  question: Question | undefined,
  outlook: Outlook,
): Answer<Standings | undefined> {
  const { by, narrowing, pages } = outlook
  const answer = useAnswer(
    async (service, signal) => (question ? standingsOf(service, question, outlook, signal) : undefined),
    [question, by, pages, JSON.stringify(narrowing)],
    isAboutClaims,
  )
  const isOfThis = question !== undefined && answer.value?.of === nameOf(question, by)
  return isOfThis ? answer : { ...answer, value: undefined }
}

/** Filters and pages change how much is shown, not what it is. */
const nameOf = ({ slug }: Question, by: string) => `${slug} ${by}`

async function standingsOf(
  service: Averment,
  question: Question,
  { by, narrowing, pages }: Outlook,
  signal: AbortSignal,
): Promise<Standings> {
  const groups: Group[] = []
  let cursor: string | null = null
  for (let page = 0; page < pages; page++) {
    const limit = by === 'month' ? MOST_MONTHS : PAGE
    const after: { cursor?: string } = cursor === null ? {} : { cursor }
    const query = { question: question.slug, groupBy: by, limit, ...narrowing, ...after }
    const { data, nextCursor } = await service.listPositions({ query, signal })
    groups.push(...data.map((standing) => groupOf(by, question, standing)))
    cursor = nextCursor
    if (cursor === null) break
  }
  return { of: nameOf(question, by), groups, isMore: cursor !== null }
}

/**
 * All claims by position; each is in one month and no other. Undefined until it is known. Where months are what is
 * shown, they are not asked for again.
 */
export function useTotal(
  question: Question | undefined,
  { by, narrowing }: Outlook,
  shown: Standings | undefined,
): Counted | undefined {
  const isShown = by === 'month'
  const { value } = useAnswer(
    async (service, signal) => {
      if (!question || isShown) return undefined
      const query = { question: question.slug, groupBy: 'month' as const, limit: MOST_MONTHS, ...narrowing }
      let total = NOTHING
      for await (const month of each((next) =>
        service.listPositions({ query: { ...query, ...next }, signal }),
      ))
        total = sumOf(total, month)
      return total
    },
    [question?.slug, JSON.stringify(narrowing), isShown],
    isAboutClaims,
  )
  return isShown ? shown?.groups.map(({ standing }) => standing).reduce(sumOf, NOTHING) : value
}

const NOTHING: Counted = { counts: {}, byPeople: {} }

const sumOf = (sum: Counted, more: Counted): Counted => ({
  counts: added(sum.counts, more.counts),
  byPeople: added(sum.byPeople, more.byPeople),
})

function added(a: Counted['counts'], b: Counted['counts']): Counted['counts'] {
  return Object.fromEntries(Object.entries(b).map(([slug, n]) => [slug, n + (a[slug] ?? 0)]))
}
