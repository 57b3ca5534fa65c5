// The flow of somebody who tags: what is ahead, what is done, and what comes back because it was refused or undone.

import type { ClaimToTag, NewTag, Refused } from '../../../../openapi/client/index.ts'

/** What is being said of a claim before it is sent; kept when the claim is left and come back to. */
export interface Draft {
  readonly confidence: number | undefined
  readonly rationale: string
}

/** A tag that has been sent; `tagId` comes with the answer. */
export interface Done {
  readonly claim: ClaimToTag
  readonly sent: NewTag
  readonly tagId: string | undefined
}

export interface Reading {
  /** The first is the one on the page. */
  readonly ahead: readonly ClaimToTag[]
  /** The newest last. */
  readonly done: readonly Done[]
  readonly drafts: Readonly<Record<string, Draft>>
  /** Why the first claim is here again, where its tag was refused. */
  readonly refusals: Readonly<Record<string, Refused>>
}

export type Step =
  | { readonly what: 'came'; readonly claims: readonly ClaimToTag[] }
  | { readonly what: 'drafted'; readonly claimId: string; readonly draft: Partial<Draft> }
  | { readonly what: 'tagged'; readonly claimId: string; readonly sent: NewTag }
  | { readonly what: 'stored'; readonly claimId: string; readonly tagId: string }
  | { readonly what: 'refused'; readonly claimId: string; readonly refusal: Refused }
  | { readonly what: 'skipped'; readonly claimId: string }
  | { readonly what: 'undone'; readonly claimId: string }
  | { readonly what: 'dropped'; readonly claimId: string }

export const nothingRead: Reading = { ahead: [], done: [], drafts: {}, refusals: {} }
export const emptyDraft: Draft = { confidence: undefined, rationale: '' }

export const draftOf = (reading: Reading, claimId: string): Draft => reading.drafts[claimId] ?? emptyDraft

export function reduceReading(reading: Reading, step: Step): Reading {
  switch (step.what) {
    case 'came':
      return { ...reading, ahead: [...reading.ahead, ...fresh(reading, step.claims)] }
    case 'drafted': {
      const draft = { ...draftOf(reading, step.claimId), ...step.draft }
      return { ...reading, drafts: { ...reading.drafts, [step.claimId]: draft } }
    }
    case 'tagged':
      return taggedIn(reading, step.claimId, step.sent)
    case 'stored':
      return {
        ...reading,
        done: reading.done.map((one) =>
          one.claim.id === step.claimId ? { ...one, tagId: step.tagId } : one,
        ),
      }
    case 'refused':
      return {
        ...broughtBack(reading, step.claimId),
        refusals: { ...reading.refusals, [step.claimId]: step.refusal },
      }
    case 'skipped':
      return { ...reading, ahead: movedToEnd(reading.ahead, step.claimId) }
    case 'undone':
      return broughtBack(reading, step.claimId)
    case 'dropped':
      return { ...reading, ahead: reading.ahead.filter((claim) => claim.id !== step.claimId) }
  }
}

/** The queue may still name what has just been tagged, and names again what it has given out. */
function fresh({ ahead, done }: Reading, claims: readonly ClaimToTag[]): ClaimToTag[] {
  const known = new Set([...ahead.map((claim) => claim.id), ...done.map(({ claim }) => claim.id)])
  return claims.filter((claim) => !known.has(claim.id))
}

function taggedIn(reading: Reading, claimId: string, sent: NewTag): Reading {
  const claim = reading.ahead.find((one) => one.id === claimId)
  if (!claim) return reading
  const { [claimId]: _refusal, ...refusals } = reading.refusals
  return {
    ...reading,
    refusals,
    ahead: reading.ahead.filter((one) => one.id !== claimId),
    done: [...reading.done.filter((one) => one.claim.id !== claimId), { claim, sent, tagId: undefined }],
  }
}

/** The claim comes first again, with what was said of it. Its lease went with the tag. */
function broughtBack(reading: Reading, claimId: string): Reading {
  const back = reading.done.find(({ claim }) => claim.id === claimId)
  if (!back) return reading
  const draft = { confidence: back.sent.confidence, rationale: back.sent.rationale ?? '' }
  return {
    ...reading,
    ahead: [{ ...back.claim, lease: null }, ...reading.ahead],
    done: reading.done.filter((one) => one !== back),
    drafts: { ...reading.drafts, [claimId]: draft },
  }
}

function movedToEnd(ahead: readonly ClaimToTag[], claimId: string): readonly ClaimToTag[] {
  const skipped = ahead.find((claim) => claim.id === claimId)
  return skipped ? [...ahead.filter((claim) => claim !== skipped), skipped] : ahead
}
