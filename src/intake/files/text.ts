// A plain text: as it is, with its first line as the title where that can be one.

import { decoded } from './encoding.ts'
import type { ArticleInFile } from './reading.ts'

export const readText = (bytes: Uint8Array): ArticleInFile => {
  const text = decoded(bytes)
  return { kind: 'text', text, title: firstLineOf(text) }
}

/** Longer than any headline; such a line is a paragraph. */
const LONGEST_HEADLINE = 200

export function firstLineOf(text: string): string | undefined {
  const line = /\S[^\n]*/.exec(text)?.[0].trim()
  return line !== undefined && line.length <= LONGEST_HEADLINE ? line : undefined
}
