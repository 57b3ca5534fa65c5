// Everything back in, from a complete export: an article with all that hangs on it is stored whole or not at all.

import { ENGINE_ID } from '../../annotators/people.ts'
import type { ArticleStore } from '../../articles/store.ts'
import { Invalid, Malformed } from '../../errors.ts'
import type { Records } from '../../exports/records.ts'
import { linesOf } from '../../http/ndjson.ts'
import type { Runtime } from '../../runtime.ts'
import type { Standings } from '../../standings/store.ts'
import type { Database, Operation } from '../../storage/database.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { indexing } from '../../storage/search.ts'
import type { Arrival } from '../arrivals.ts'
import { refusingUtf16 } from '../decoding.ts'
import type { Importer, Outcome, Status } from '../format.ts'
import { importStatements } from '../statements.ts'
import { type Plan, planArticle } from './article.ts'
import { groundOf } from './ground.ts'
import { type Group, groupsOf } from './groups.ts'
import { takeAffiliation, takeAnnotator, takeQuestion, takeSpeaker } from './people.ts'
import { type Writing, writeArticle } from './write-article.ts'

export interface RecordServices {
  readonly db: Database
  readonly runtime: Runtime
  readonly ledger: Ledger
  readonly standings: Standings
  readonly articles: ArticleStore
  /** Told of what came in, so that the machine can place and learn what is left. */
  readonly arrived: (arrival: Arrival) => Promise<void>
}

/** A line holds an article at most, written as JSON; a file, a whole service. */
const LIMITS = { line: 32 * 1024 * 1024, stream: 4 * 1024 ** 3 }
/** Groups being stored at once: enough to share commits, few enough to bound memory. */
const AT_ONCE = 8

export function recordImporter(services: RecordServices): Importer {
  const s = importStatements(services.db)
  const index = indexing(services.db)
  return {
    name: 'claims.ndjson',
    operationId: 'importRecords',
    mediaType: 'application/x-ndjson',
    role: 'admin',
    summary: 'Import everything',
    description:
      'Takes a complete export in: into an empty service, an identical one. Ids, times and annotators (who have no keys here) stay as they were; what is here already is left as it is. An article is stored with all that hangs on it or not at all.',
    losses: [
      { code: 'keys', detail: 'Keys of annotators: an admin gives them new ones.' },
      { code: 'ledger', detail: 'The ledger: it says here who imported, and when.' },
    ],
    async *take(job) {
      const act = { by: job.caller.id, at: services.runtime.now() }
      const writing: Writing = { ...services, s, index, ground: groundOf(s), act, dryRun: job.dryRun }
      const groups = groupsOf(linesOf(refusingUtf16(job.body), LIMITS))
      try {
        yield* allOf(groups, (group) => taken(services, writing, group))
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        yield { row: 1, record: 'unknown', status: 'invalid', error }
      }
    },
  }
}

async function* allOf(groups: AsyncIterable<Group>, take: (group: Group) => Promise<Outcome[]>) {
  const working: Promise<Outcome[]>[] = []
  for await (const group of groups) {
    working.push(take(group))
    if (working.length >= AT_ONCE) yield* (await working.shift()) ?? []
  }
  for (const one of working) yield* await one
}

async function taken(services: RecordServices, writing: Writing, group: Group): Promise<Outcome[]> {
  const { rows } = group
  const broken = group.broken ?? rows.find((row) => row.value instanceof Error)?.value
  if (broken instanceof Error) return refused(group, broken)
  try {
    if (group.kind === 'article') return await takenArticle(services, writing, group)
    const status = await services.db.batch(() => takeOne(writing, group))
    return rows.map(({ number, kind, value }) => ({ row: number, record: kind, status, id: idOf(value) }))
  } catch (error) {
    return refused(group, error as Error)
  }
}

async function takenArticle({ db, arrived }: RecordServices, writing: Writing, { rows }: Group) {
  const plan = await db.batch(function* () {
    const plan = yield* planArticle(writing, rows)
    const isWhole = [...plan.verdicts.values()].every((verdict) => verdict.status !== 'invalid')
    if (isWhole && !writing.dryRun) yield* writeArticle(writing, plan)
    return { ...plan, isWhole }
  })
  if (plan.isWhole && !writing.dryRun) await arrived(arrivalOf(plan))
  return rows.map(({ number, kind }): Outcome => {
    const { status, id, error } = plan.verdicts.get(number) ?? { status: 'skipped' as const, id: '' }
    const undone = !plan.isWhole && (status === 'created' || status === 'unchanged')
    return { row: number, record: kind, id, status: undone ? 'skipped' : status, error }
  })
}

function arrivalOf({ claims, tags, rulings }: Plan): Arrival {
  const placed = new Map<string, Set<string>>(claims.map(({ id }) => [id, new Set()]))
  for (const tag of tags) if (tag.annotatorId === ENGINE_ID) placed.get(tag.claimId)?.add(tag.question)
  const people = tags.filter((tag) => tag.annotatorKind === 'person')
  return {
    claims: [...placed].map(([id, questions]) => ({ id, placed: questions })),
    decided: new Set([...people, ...rulings].map((one) => one.question)),
  }
}

function* takeOne(writing: Writing, { rows }: Group): Operation<Status> {
  const record = rows[0]?.value as Records[keyof Records]
  if (record.record === 'annotator') return yield* takeAnnotator(writing, record)
  if (record.record === 'question') return yield* takeQuestion(writing, record)
  if (record.record === 'speaker') return yield* takeSpeaker(writing, record)
  if (record.record === 'affiliation') return yield* takeAffiliation(writing, record)
  // The first line and the last say something of the file; there is nothing to store.
  if (record.record === 'corpus' || record.record === 'end') return 'unchanged'
  throw new Invalid(`A ${record.record} stands under its article.`, {
    faults: [{ pointer: '/record', code: 'out_of_place', detail: 'No article comes before it.' }],
  })
}

/** The rows that are broken are invalid; the rest of the group is left out with them. */
function refused({ rows }: Group, reason: Error): Outcome[] {
  const anyBroken = rows.some((row) => row.value instanceof Error)
  return rows.map(({ number, kind, value }, i): Outcome => {
    if (value instanceof Error) return { row: number, record: kind, status: 'invalid', error: value }
    const isCause = !anyBroken && i === 0
    const id = idOf(value)
    return isCause
      ? { row: number, record: kind, id, status: 'invalid', error: reason }
      : { row: number, record: kind, id, status: 'skipped' }
  })
}

const idOf = (value: unknown) =>
  (value as { id?: string }).id ?? (value as { slug?: string }).slug ?? undefined
