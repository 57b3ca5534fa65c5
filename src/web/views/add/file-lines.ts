// The lines of a file, read a piece at a time, however long it is.

import { textOf } from '../../../../openapi/client/index.ts'

export interface FileLine {
  /** Counts from 1, blank ones too. */
  readonly line: number
  readonly text: string
}

/** Blank lines are left out. */
export async function* linesOf(file: Blob): AsyncGenerator<FileLine> {
  let rest = ''
  let line = 0
  for await (const text of textOf(file.stream())) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) {
      line++
      if (one.trim() !== '') yield { line, text: one }
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest }
}
