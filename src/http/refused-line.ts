// What one line of a stream is answered with when it cannot be carried out.

import { z } from 'zod'
import { Problem } from './problem.ts'

export const LineInvalid = z
  .object({ line: z.int().min(1), status: z.literal('invalid'), problem: Problem })
  .meta({ id: 'LineInvalid', description: 'A line that was refused; the others go on.' })
