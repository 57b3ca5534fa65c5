// What a format is: a name, what it cannot carry, and a way from the corpus to its text.

import type { Corpus } from './corpus.ts'

/** Something that is in the corpus and not in the file. */
export interface Loss {
  readonly code: string
  readonly detail: string
}

export interface PageAsked {
  /** From 1; null for the description of the whole, which names the first and the last. */
  readonly number: number | null
  /** The address of a page; null as above. */
  addressOf(number: number | null): string
}

export type Chunk = string | Uint8Array
/** Not any iterable: a string is one of its characters. */
export type Chunks = readonly Chunk[] | Generator<Chunk, void>

export interface Format {
  /** The last part of its address, and what the file is called. */
  readonly name: string
  readonly operationId: string
  readonly mediaType: string
  readonly summary: string
  readonly description: string
  readonly losses: readonly Loss[]
  /** False where it makes sense over the whole corpus only. */
  readonly filtered: boolean
  /** Of a format whose files can be asked for page by page, as JSON. Null when there is no such page. */
  readonly page?: (corpus: Corpus, asked: PageAsked) => Promise<string | null>
  /** Line by line, some lines at a time as the corpus is read; the same corpus gives the same bytes. */
  write(corpus: Corpus): AsyncIterable<Chunks>
}

const loss = (code: string, detail: string): Loss => ({ code, detail })

/** Losses that several formats share, in the words all of them use. */
export const losses = {
  keys: loss('keys', 'Keys of annotators, which are secrets.'),
  ledger: loss('ledger', 'The ledger: who changed what before.'),
  history: loss('superseded', 'Tags and rulings that no longer stand.'),
  texts: loss('texts', 'Texts of articles, and what is known about them beyond a reference.'),
  unclaimed: loss('articles-without-claims', 'Articles in which there is no claim.'),
  spans: loss('spans', 'Where in the text the words stand.'),
  cue: loss('cue-and-source', 'The words that report, and the words for who speaks.'),
  speakers: loss('speakers', 'Kinds, aliases and affiliations of speakers, and speakers without claims.'),
  questions: loss('questions', 'Questions with their guidelines, definitions and versions.'),
  tags: loss('tags', 'Who tagged what: a claim has the position it stands at.'),
  rationales: loss('rationales', 'Why a tag or ruling was made.'),
  confidence: loss('confidence', 'How sure the claim, its speaker and its tags are.'),
  status: loss('status', 'Whether a claim is proposed, confirmed or rejected, and by whom it was made.'),
  rejected: loss('rejected', 'Claims that are rejected.'),
  made: loss('made', 'When claims were made and changed, and with which version of what program.'),
  hearsay: loss('hearsay', 'Which claim encloses which.'),
  ids: loss('ids', 'Ids: what is imported gets new ones.'),
} as const satisfies Record<string, Loss>
