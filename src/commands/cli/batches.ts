// Sending articles in batches, several requests at a time; what a cut answer left open, the client sends again.

import type { ArticleFileResult, ArticleFiles, ArticleLineResult, Averment, Problem } from '#client'
import type { Item, Kind } from './articles.ts'
import { problemInWords } from './service.ts'

/** What is known of articles that come as files, whatever the files say. */
export type Known = Omit<ArticleFiles, 'files'>

export interface Outcome {
  readonly from: string
  readonly status: 'created' | 'duplicate' | 'invalid'
  readonly articleId?: string
  readonly claimCount?: number
  readonly detail?: string
  readonly problem?: Problem
}

export interface Sending {
  readonly service: Averment
  readonly known: Known
  readonly atOnce: number
  /** As the service answers, batch beside batch; not in the order of the items. */
  report(outcome: Outcome, weight: number): Promise<void>
}

/** Of one request: large enough to share commits, small enough that progress is seen and memory stays bounded. */
const MOST: Readonly<Record<Kind, { readonly items: number; readonly bytes: number }>> = {
  line: { items: 64, bytes: 1024 ** 2 },
  file: { items: 16, bytes: 4 * 1024 ** 2 },
  refused: { items: 1, bytes: 0 },
}

export async function sendAll(items: AsyncIterable<Item>, sending: Sending): Promise<void> {
  const batches = batchesOf(items)
  let stopped = false
  async function work(): Promise<void> {
    while (!stopped) {
      const { value: batch, done } = await batches.next()
      if (done) return
      let next = 0
      for await (const answer of answersTo(batch, sending)) {
        const item = batch[next++]
        if (item !== undefined) await sending.report(outcomeOf(item, answer), item.weight)
      }
    }
  }
  const workers = Array.from({ length: sending.atOnce }, () =>
    work().catch((error: unknown) => {
      stopped = true
      throw error
    }),
  )
  // Not `all`: what the others have under way is answered, and so counted, before the command ends.
  const ends = await Promise.allSettled(workers)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** Batches of one kind each. */
async function* batchesOf(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  const waiting = new Map<Kind, { batch: Item[]; bytes: number }>()
  for await (const item of items) {
    const { batch, bytes } = waiting.get(item.kind) ?? { batch: [], bytes: 0 }
    const most = MOST[item.kind]
    if (batch.length > 0 && (batch.length >= most.items || bytes + item.bytes > most.bytes)) {
      yield batch
      waiting.set(item.kind, { batch: [item], bytes: item.bytes })
    } else waiting.set(item.kind, { batch: [...batch, item], bytes: bytes + item.bytes })
  }
  for (const { batch } of waiting.values()) yield batch
}

type Answer = ArticleLineResult | ArticleFileResult | { readonly status: 'invalid'; readonly detail: string }

async function* answersTo(batch: readonly Item[], { service, known }: Sending): AsyncGenerator<Answer> {
  const lines = batch.flatMap((item) => (item.kind === 'line' ? [item.line] : []))
  const files = batch.flatMap((item) => (item.kind === 'file' ? [item.file] : []))
  if (lines.length > 0) yield* service.addArticles(lines)
  if (files.length > 0) yield* service.addFiles({ files, ...known })
  for (const item of batch) if (item.kind === 'refused') yield { status: 'invalid', detail: item.detail }
}

function outcomeOf({ from }: Item, answer: Answer): Outcome {
  if (!('problem' in answer)) {
    const { line: _, file: __, ...rest } = answer as Answer & { line?: number; file?: string }
    return { from, ...rest }
  }
  const { status, problem } = answer
  // A file's own name stands before what is said of it; here `from` says which.
  const detail = 'file' in answer ? problem.detail.replace(`${answer.file}: `, '') : problem.detail
  return { from, status, detail: problemInWords({ ...problem, detail }), problem }
}
