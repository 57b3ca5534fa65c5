// A line of a batch that says something of a claim and question an earlier line has said something of already.

import { Conflict } from '../errors.ts'

interface Stored {
  readonly id: string
  readonly claimId: string
  readonly question: string
}

/** The lines of one batch that were stored, by what they are on; one that came to nothing may be put right by another. */
export class Lines {
  readonly #stored = new Map<string, { line: number; tagId: string }>()

  /** Within the write of the line's tag, which may run twice. Throws Conflict with the line that was first, and its tag. */
  take(line: number, { id, claimId, question }: Stored): void {
    const on = `${claimId} ${question}`
    const repeats = this.#stored.get(on)
    if (repeats && repeats.line !== line)
      throw new Conflict(`Line ${repeats.line} has a tag on the same claim and question, and it stands.`, {
        state: { repeats, claimId, question },
        faults: [{ pointer: '', code: 'repeated_line', detail: `It repeats line ${repeats.line}.` }],
      })
    this.#stored.set(on, { line, tagId: id })
  }
}
