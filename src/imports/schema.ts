// Imports as they stand on the wire.

import { z } from 'zod'
import { Problem } from '../http/problem.ts'
import { statuses } from './format.ts'

export const ImportQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('True to be told what would become of each row, while nothing is stored.'),
})

const n = z.int().min(0)

export const ImportLine = z
  .object({
    row: z.int().min(1).optional().describe('Of the file; absent from the last line.'),
    file: z.string().max(1000).optional().describe('Of a zip: rows count within it.'),
    record: z.string().max(40).optional().describe('What the row is.'),
    status: z
      .enum([...statuses, 'done'])
      .describe(
        '`replaced`: what the machine had proposed here, or the question it had come with, is now what the file says. `kept`: it is here already and differs, and stays as it is. `skipped`: it hangs on a row that is invalid. `done`: the last line.',
      ),
    id: z.string().max(200).optional(),
    problem: Problem.optional(),
    dryRun: z.boolean().optional(),
    counts: z.object(Object.fromEntries(statuses.map((status) => [status, n]))).optional(),
    losses: z
      .array(z.object({ code: z.string().max(100), detail: z.string().max(500) }))
      .max(100)
      .optional()
      .describe('What the format could not bring.'),
  })
  .meta({
    id: 'ImportLine',
    description: 'What became of a row; the last line counts them and names what the format cannot carry.',
  })
