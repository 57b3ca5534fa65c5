// What everything on an article's page needs to know: the article, its claims, which one is open, and how to open another.

import { createContext, type RefObject } from 'preact'
import { useContext } from 'preact/hooks'
import type { Article, Claim, Question } from '../../../../openapi/client/index.ts'
import type { Range } from '../../components/marked-text/segments.ts'
import { toneOf } from '../../frame/tones.ts'
import type { Draft } from './draft.ts'

export interface Reading {
  readonly article: Article
  /** In text order, rejected ones too. */
  readonly claims: readonly Claim[]
  readonly claimOf: (id: string) => Claim | undefined
  readonly question: Question | undefined
  /** Opens a claim, or none with an empty string; the focus goes along. */
  readonly open: (id: string) => void
  readonly addressOf: (id: string) => string
  /** Begins a new claim with these words; one that is begun already gets them in place of its own. */
  readonly begin: (words: Range) => void
  /** Asks for the claims again, at once. */
  readonly reload: () => void
  /** Whose note takes the focus when it appears. */
  readonly focusOn: RefObject<string>
}

/** Apart from the rest, since it changes with every key: only what belongs to the open claim has to know of it. */
export interface Opened {
  /** The id of the open claim, `new` while one is being added, else an empty string. */
  readonly openId: string
  /** The open claim as it is being corrected or added; undefined while it is only read. */
  readonly draft: Draft | undefined
}

export const NOTHING_OPEN: Opened = { openId: '', draft: undefined }

export const ReadingContext = createContext<Reading | null>(null)
export const OpenedContext = createContext<Opened>(NOTHING_OPEN)

export const useOpened = (): Opened => useContext(OpenedContext)

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('A part of the article’s page stands outside of it.')
  return reading
}

export const standingOf = (claim: Claim, question: Question | undefined) =>
  claim.positions.find((one) => one.question === question?.slug)

/** The classes that colour what belongs to a claim; none of a tone where it stands nowhere on the question. */
export function toneClass(claim: Claim | undefined, question: Question | undefined): string {
  const standing = claim && standingOf(claim, question)
  return standing ? `tone-${toneOf(question, standing.position)}` : ''
}

export const saidBy = (claim: Pick<Claim, 'speakers'>): string =>
  claim.speakers.map(({ name }) => name).join(', ') || 'Nobody named'
