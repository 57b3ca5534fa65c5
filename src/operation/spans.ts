// Within the span of a request: how long its write waited and took, and how long its text was read by the engine.

import type { Tracing } from '../http/trace.ts'
import type { Analyst } from '../intake/analyst.ts'
import type { Database } from '../storage/database.ts'

export const withSpans = (db: Database, tracing: Tracing | undefined): Database =>
  tracing ? { ...db, batch: (operation) => tracing.around('commit', () => db.batch(operation)) } : db

export const analysedInSpans = (analyst: Analyst, tracing: Tracing | undefined): Analyst =>
  tracing
    ? {
        ...analyst,
        analyse: (title, text, questions) =>
          tracing.around('analyse', () => analyst.analyse(title, text, questions)),
        extract: (text) => tracing.around('extract', () => analyst.extract(text)),
        readFile: (name, bytes) => tracing.around('read file', () => analyst.readFile(name, bytes)),
      }
    : analyst
