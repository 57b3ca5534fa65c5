// What a curator makes of a speaker, apart from what is stored until it is saved, and how the two differ.

import type { Speaker, SpeakerChange } from '../../../../openapi/client/index.ts'
import type { Difference } from '../../frame/overtaken.ts'

export interface Draft {
  readonly name: string
  readonly kind: Speaker['kind']
  /** One to a line, as they are typed. */
  readonly aliases: string
  readonly affiliations: readonly {
    readonly speakerId: string
    readonly name: string
    readonly role: string
  }[]
}

export const KINDS = [
  'person',
  'organization',
  'government',
  'court',
  'publication',
  'group',
  'unknown',
] as const

export const draftOf = ({ name, kind, aliases, affiliations }: Speaker): Draft => ({
  name,
  kind,
  aliases: aliases.join('\n'),
  affiliations: affiliations.map((one) => ({ ...one, role: one.role ?? '' })),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const affiliationsOf = (draft: Draft) =>
  draft.affiliations.map(({ speakerId, role }) => ({ speakerId, role: role.trim() || null }))

/** Only what was changed: what others changed meanwhile is not put back. */
export function changeOf(draft: Draft, base: Speaker): SpeakerChange {
  const before = draftOf(base)
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  return {
    ...(draft.name === before.name ? {} : { name: draft.name }),
    ...(draft.kind === before.kind ? {} : { kind: draft.kind }),
    ...(isSame(linesOf(draft.aliases), base.aliases) ? {} : { aliases: linesOf(draft.aliases) }),
    ...(isSame(affiliationsOf(draft), affiliationsOf(before)) ? {} : { affiliations: affiliationsOf(draft) }),
  }
}

/** Whether what a curator can change is the same; counts and times move by themselves. */
export const isSameSpeaker = (a: Speaker, b: Speaker): boolean =>
  Object.keys(changeOf(draftOf(a), b)).length === 0

/** What was changed here, laid over what is stored now. */
export function onTopOf(current: Speaker, draft: Draft, base: Speaker): Draft {
  const change = changeOf(draft, base)
  const theirs = draftOf(current)
  return {
    name: change.name ?? theirs.name,
    kind: change.kind ?? theirs.kind,
    aliases: change.aliases ? draft.aliases : theirs.aliases,
    affiliations: change.affiliations ? draft.affiliations : theirs.affiliations,
  }
}

export function differencesOf(mine: Draft, theirs: Draft): Difference[] {
  const shown = ({ name, kind, aliases, affiliations }: Draft) => ({
    Name: name,
    Kind: kind,
    'Other names': linesOf(aliases).join(', '),
    'Speaks for': affiliations.map((one) => (one.role ? `${one.name} (${one.role})` : one.name)).join(', '),
  })
  const [a, b] = [shown(mine), shown(theirs)]
  return (Object.keys(a) as (keyof typeof a)[])
    .filter((what) => a[what] !== b[what])
    .map((what) => ({ what, mine: a[what], theirs: b[what] }))
}
