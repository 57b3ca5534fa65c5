// Who an article's speaker is among those already known: the one decision that makes many articles one registry.

import type { SpeakerKind } from '../engine/types.ts'
import { fold, isProper, isSurnameOnly } from './names.ts'

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Folded aliases, the name's own among them. */
  readonly folded: readonly string[]
  readonly affiliationIds: readonly string[]
}

export interface Newcomer {
  readonly name: string
  readonly kind: SpeakerKind
  readonly aliases: readonly string[]
  /** Registry ids of those they speak for. */
  readonly affiliationIds: readonly string[]
}

const BODIES = new Set(['organization', 'government', 'court', 'publication'])
const classOf = (kind: string) => (BODIES.has(kind) ? 'body' : kind)

/** The names by which a newcomer may be recognised: proper ones, folded, the canonical one first. */
export function recognisableBy({ name, aliases, kind }: Newcomer): string[] {
  // A person's alias is mostly a bare surname, which says too little.
  const names = kind === 'person' ? [name] : [name, ...aliases.filter(isProper)]
  return [...new Set(names.map(fold))].filter((one) => one !== '')
}

/** Descriptions ("a former clerk", "critics") and the unknown are somebody new in each article, except groups. */
export const isRecognisable = ({ name, kind }: Newcomer): boolean =>
  kind === 'group' || (kind !== 'unknown' && isProper(name))

/**
 * The candidate the newcomer is, or null for somebody new. The same name and kind make one speaker unless their
 * affiliations contradict each other; a bare surname needs an affiliation that agrees; more than one that fits is
 * nobody, since a wrong merge cannot be seen later and a missing one can be made by a curator. But where one of them is
 * as good as the newcomer by all that is known, it is that one, or each article would add another.
 */
export function recognise(newcomer: Newcomer, candidates: readonly Candidate[]): Candidate | null {
  if (!isRecognisable(newcomer)) return null
  const alike = candidates.filter((one) => classOf(one.kind) === classOf(newcomer.kind))
  const fitting = newcomer.kind === 'person' ? people(newcomer, alike) : bodies(newcomer, alike)
  return fitting.length === 1 ? (fitting[0] ?? null) : oldest(indistinct(newcomer, fitting))
}

/** Bodies of the very same name; people of that name of whom nothing else is known, as nothing is of the newcomer. */
function indistinct({ name, kind, affiliationIds }: Newcomer, fitting: readonly Candidate[]): Candidate[] {
  const named = fitting.filter((one) => fold(one.name) === fold(name))
  if (kind !== 'person') return named
  return affiliationIds.length === 0 ? named.filter((one) => one.affiliationIds.length === 0) : []
}

const oldest = (candidates: readonly Candidate[]): Candidate | null =>
  [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null

function people(newcomer: Newcomer, candidates: readonly Candidate[]): Candidate[] {
  const shared = candidates.filter((one) =>
    one.affiliationIds.some((id) => newcomer.affiliationIds.includes(id)),
  )
  if (shared.length > 0 || isSurnameOnly(newcomer.name)) return shared
  const open = (one: Candidate) => newcomer.affiliationIds.length === 0 || one.affiliationIds.length === 0
  return candidates.filter((one) => open(one) && fold(one.name) === fold(newcomer.name))
}

function bodies(newcomer: Newcomer, candidates: readonly Candidate[]): Candidate[] {
  const name = fold(newcomer.name)
  const byName = candidates.filter((one) => fold(one.name) === name)
  if (byName.length > 0) return byName
  const byAlias = candidates.filter((one) => one.folded.includes(name))
  return byAlias.length > 0 ? byAlias : [...candidates]
}
