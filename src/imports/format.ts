// What an importer is: it reads a body row by row, and says of each row what became of it.

import type { Loss } from '../exports/format.ts'
import type { Caller, Role } from '../http/auth.ts'

/**
 * `replaced`: what nobody had decided here is now as in the file. `kept`: it is here already and another than in the file, and stays as it is. `skipped`: it hangs on something that
 * was not taken in.
 */
export const statuses = ['created', 'replaced', 'unchanged', 'kept', 'skipped', 'invalid'] as const
export type Status = (typeof statuses)[number]

export interface Outcome {
  /** The line, row or item of the file, from 1. */
  readonly row: number
  /** Which of several files, where rows count within one. */
  readonly file?: string | undefined
  /** What it is: an article, a claim, a tag. */
  readonly record: string
  readonly status: Status
  readonly id?: string | undefined
  /** Why it is invalid or was skipped. */
  readonly error?: Error | undefined
}

export interface Job {
  readonly body: AsyncIterable<Buffer>
  readonly caller: Caller
  /** Nothing is stored; the outcomes are those it would have. */
  readonly dryRun: boolean
}

export interface Importer {
  readonly name: string
  readonly operationId: string
  readonly mediaType: string
  /** An admin where it writes in others' names, else a curator. */
  readonly role: Role
  readonly summary: string
  readonly description: string
  readonly losses: readonly Loss[]
  take(job: Job): AsyncIterable<Outcome>
}
