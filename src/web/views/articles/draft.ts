// A claim as somebody is correcting or adding it: what it began as, and what it is to become.

import type { Claim, ClaimChange, NewClaim } from '../../../../openapi/client/index.ts'
import { trimmed } from '../../components/marked-text/ends.ts'
import type { Mark, Part, Range } from '../../components/marked-text/segments.ts'
import type { Difference } from '../../frame/overtaken.ts'

/** Somebody in the registry; without an id, a name that is to be added to it. */
export interface Chosen {
  readonly id: string | null
  readonly name: string
}

export interface Draft {
  /** The claim as it was when the work on it began; null for one that is to be added. */
  readonly base: Claim | null
  readonly content: readonly Range[]
  readonly cue: readonly Range[]
  readonly source: readonly Range[]
  readonly speakers: readonly Chosen[]
  /** Null to follow the quotation marks. */
  readonly type: Claim['type'] | null
  readonly polarity: Claim['polarity']
  readonly status: Claim['status']
}

export const PARTS: readonly Part[] = ['content', 'cue', 'source']
const bare = ({ start, end }: Range): Range => ({ start, end })

export const draftOf = (claim: Claim): Draft => ({
  base: claim,
  content: claim.content.map(bare),
  cue: claim.cue.map(bare),
  source: claim.source.map(bare),
  speakers: claim.speakers.map(({ id, name }) => ({ id, name })),
  type: claim.type,
  polarity: claim.polarity,
  status: claim.status,
})

export const newDraft = (content: Range): Draft => ({
  base: null,
  content: [content],
  cue: [],
  source: [],
  speakers: [],
  type: null,
  polarity: 'asserted',
  status: 'confirmed',
})

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const nameOrId = ({ id, name }: Chosen): string => id ?? name

/** Spans with their words, so that the service refuses them should its text be another. */
const spansIn = (text: string, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }))

/** Only what differs from what the work began with. The type is left to the service when the words have changed. */
export function changeOf(draft: Draft, text: string): ClaimChange {
  if (!draft.base) return {}
  const before = draftOf(draft.base)
  const change: ClaimChange = {}
  for (const part of PARTS) if (!isSame(before[part], draft[part])) change[part] = spansIn(text, draft[part])
  if (!isSame(before.speakers, draft.speakers)) change.speakers = draft.speakers.map(nameOrId)
  if (draft.type !== null && draft.type !== before.type) change.type = draft.type
  if (draft.polarity !== before.polarity) change.polarity = draft.polarity
  if (draft.status !== before.status) change.status = draft.status
  return change
}

export const isChanged = (draft: Draft): boolean => !draft.base || Object.keys(changeOf(draft, '')).length > 0

export const newClaimOf = (draft: Draft, text: string): NewClaim => ({
  content: spansIn(text, draft.content),
  cue: spansIn(text, draft.cue),
  source: spansIn(text, draft.source),
  speakers: draft.speakers.map(nameOrId),
  polarity: draft.polarity,
  ...(draft.type === null ? {} : { type: draft.type }),
})

/** Whether two states of a claim are the same in all that a person can correct; tags move on without that. */
export const isSameClaim = (a: Claim, b: Claim): boolean =>
  isSame({ ...draftOf(a), base: null }, { ...draftOf(b), base: null })

/** The draft on top of what is stored now: what was not touched in it is as others have left it. */
export function rebased(draft: Draft, current: Claim): Draft {
  if (!draft.base) return draft
  const before = draftOf(draft.base)
  const mine = Object.fromEntries(
    Object.entries(draft).filter(([part, value]) => !isSame(value, Reflect.get(before, part))),
  )
  return { ...draftOf(current), ...mine, base: current }
}

/** With words selected: in place of a part, or beside what it has. Null when nothing but space is selected. */
export function withWords(
  draft: Draft,
  text: string,
  part: Part,
  selected: Range,
  isAdded: boolean,
): Draft | null {
  const range = trimmed(text, selected)
  if (!range) return null
  const ranges = isAdded ? [...draft[part], range].sort((a, b) => a.start - b.start) : [range]
  return { ...draft, [part]: ranges }
}

export const marksOf = (id: string, of: Pick<Draft, Part>): Mark[] =>
  PARTS.flatMap((part) => of[part].map(({ start, end }): Mark => ({ id, part, start, end })))

/** The two states, part by part, as words. */
export function differencesOf(mine: Draft, theirs: Claim, text: string): Difference[] {
  const stored = draftOf(theirs)
  const said = (ranges: readonly Range[]) =>
    ranges.map(({ start, end }) => text.slice(start, end)).join(' … ') || 'none'
  const names = (speakers: readonly Chosen[]) => speakers.map(({ name }) => name).join(', ') || 'nobody named'
  const rows: Difference[] = [
    { what: 'Claim', mine: said(mine.content), theirs: said(stored.content) },
    { what: 'Cue', mine: said(mine.cue), theirs: said(stored.cue) },
    { what: 'Source', mine: said(mine.source), theirs: said(stored.source) },
    { what: 'Said by', mine: names(mine.speakers), theirs: names(stored.speakers) },
    { what: 'Type', mine: mine.type ?? 'by its marks', theirs: theirs.type },
    { what: 'Polarity', mine: mine.polarity, theirs: theirs.polarity },
    { what: 'Status', mine: mine.status, theirs: theirs.status },
  ]
  return rows.filter((row) => row.mine !== row.theirs)
}
