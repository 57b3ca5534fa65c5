// What is being worked on: drafts of claims, kept while the page is open, whatever else arrives or is looked at.

import { computed, signal } from '@preact/signals'
import type { Part } from '../../components/marked-text/segments.ts'
import { type Draft, isChanged } from './draft.ts'

/** In place of a claim's id in the address while one is being added. */
export const NEW = 'new'

/** By the id of the claim; one that is being added, by that of its article. */
const drafts = signal<ReadonlyMap<string, Draft>>(new Map())
/** As one text, so that a draft that only changes concerns nobody who asks which there are. */
const drafted = computed(() => [...drafts.value.keys()].join(' '))
/** Whether there is work on a claim that is not stored yet. */
export const isDrafted = (claimId: string): boolean => drafted.value.split(' ').includes(claimId)

/** Whether closing the page would lose work: of drafts that are as they began, there is none. */
export const isAnyUnsaved = computed(() => [...drafts.value.values()].some(isChanged))

/** Which words of the open draft have handles. */
export const partInHand = signal<Part>('content')

const keyOf = (articleId: string, claimId: string) => (claimId === NEW ? articleId : claimId)

export const draftAt = (articleId: string, claimId: string): Draft | undefined =>
  drafts.value.get(keyOf(articleId, claimId))

export function putDraft(articleId: string, claimId: string, draft: Draft | null): void {
  const next = new Map(drafts.value)
  if (draft) next.set(keyOf(articleId, claimId), draft)
  else next.delete(keyOf(articleId, claimId))
  drafts.value = next
}

/** An end of a piece of the draft, by its place in the text. */
export interface HeldEnd {
  readonly end: 'start' | 'end'
  readonly at: number
}

/** The end that the keyboard has just moved: its handle is a new one, and takes the focus. */
export const heldEnd = signal<HeldEnd | null>(null)
