// What reading a file gives: the article in it, or why it cannot be read. Plain values, since they come from a thread.

export const fileKinds = ['text', 'html', 'pdf', 'docx', 'eml'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a file says about its article, as far as it does. */
export interface Facts {
  readonly title?: string | undefined
  readonly byline?: string | undefined
  readonly publisher?: string | undefined
  /** RFC 3339, a day or a time. */
  readonly publishedAt?: string | undefined
  readonly language?: string | undefined
  readonly url?: string | undefined
}

export interface ArticleInFile extends Facts {
  readonly kind: FileKind
  readonly text: string
}

export type Reading =
  | ({ readonly status: 'read' } & ArticleInFile)
  | { readonly status: 'refused'; readonly code: string; readonly detail: string }

/** The file cannot be read; `message` says why and what to do about it. */
export class Unreadable extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** In UTF-16 code units: as long as an article's text may be. */
export const MOST_TEXT = 5_242_880
