// A batch under way: what became of each file or line so far. It goes on while one looks at other views.

import { signal } from '@preact/signals'
import type { ArticleFileResult, ArticleLineResult, Refused } from '../../../../openapi/client/index.ts'

export interface Row {
  /** Of the file, with the number of the line where it has many articles. */
  readonly name: string
  readonly status: 'created' | 'duplicate' | 'invalid'
  readonly articleId?: string
  readonly claimCount?: number
  /** Why it was refused. */
  readonly reason?: string
}

export interface Batch {
  readonly total: number
  readonly created: number
  readonly duplicate: number
  readonly invalid: number
  readonly claims: number
  readonly rows: readonly Row[]
  readonly isRunning: boolean
  /** What ended it before its time. */
  readonly refusal?: Refused | undefined
}

/** Of lines that were stored as they should be nobody wants thousands of rows; and of any kind no more than this. */
const MOST_ROWS = 1000
/** Milliseconds between looks at a batch that runs. */
const LOOK = 100

export const batch = signal<Batch | null>(null)

export interface Keeping {
  readonly add: (row: Row, isShown?: boolean) => void
  readonly end: (refusal?: Refused) => void
}

/** Begins a batch; what is added is shown a few times a second, not row by row. */
export function beginBatch(total: number): Keeping {
  const rows: Row[] = []
  const counts = { created: 0, duplicate: 0, invalid: 0, claims: 0 }
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (isRunning: boolean, refusal?: Refused) => {
    timer = undefined
    batch.value = { total, ...counts, rows: [...rows], isRunning, refusal }
  }
  show(true)
  return {
    add(row, isShown = true) {
      counts[row.status]++
      counts.claims += row.claimCount ?? 0
      if (isShown && rows.length < MOST_ROWS) rows.push(row)
      timer ??= setTimeout(() => show(true), LOOK)
    },
    end(refusal) {
      clearTimeout(timer)
      show(false, refusal)
    },
  }
}

/** What the service said of a file or a line. */
export function rowOf(name: string, result: ArticleFileResult | ArticleLineResult): Row {
  if (result.status === 'created')
    return { name, status: 'created', articleId: result.articleId, claimCount: result.claimCount }
  if (result.status === 'duplicate') return { name, status: 'duplicate', articleId: result.articleId }
  const { detail, errors } = result.problem
  // A file is named by its row; within a line the pointer says which field.
  const reasons = errors.map(({ pointer, detail: what }) =>
    'file' in result ? what : `${pointer} ${what}`.trim(),
  )
  return { name, status: 'invalid', reason: reasons.length > 0 ? reasons.join('; ') : detail }
}
