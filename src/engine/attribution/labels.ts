// The labels of the flat tagger: outside, or first and further tokens of content, source and cue.

import type { Stretch } from '../document.ts'
import { FORBIDDEN } from '../model/chain.ts'

export const ROLES = ['content', 'source', 'cue'] as const
export type Role = (typeof ROLES)[number]

export const OUTSIDE = 0
export const LABELS = 1 + 2 * ROLES.length

export const beginOf = (role: Role): number => 1 + 2 * ROLES.indexOf(role)
export const insideOf = (role: Role): number => beginOf(role) + 1

/** An inside label may only follow the same role's begin or inside. */
export const mayFollow = (from: number, to: number): boolean =>
  to === OUTSIDE || to % 2 === 1 || from === to || from === to - 1

/** Transition scores of 0 where allowed and FORBIDDEN elsewhere; the last row is for the first token. */
export function allowedTransitions(labels: number): Float64Array {
  const table = new Float64Array((labels + 1) * labels)
  for (let from = 0; from <= labels; from++) {
    for (let to = 0; to < labels; to++) {
      const allowed = from === labels ? mayFollow(OUTSIDE, to) : mayFollow(from, to)
      table[from * labels + to] = allowed ? 0 : FORBIDDEN
    }
  }
  return table
}

/** Token range of one labelled piece. */
export interface Piece extends Pick<Stretch, 'first' | 'last'> {
  readonly role: Role
}

/** Pieces of a label path; token numbers start at `offset`. */
export function piecesOf(path: Uint8Array, offset: number): Piece[] {
  const pieces: { role: Role; first: number; last: number }[] = []
  for (let at = 0; at < path.length; at++) {
    const label = path[at] ?? OUTSIDE
    if (label === OUTSIDE) continue
    const role = ROLES[(label - 1) >> 1]
    const open = pieces.at(-1)
    if (role === undefined) continue
    if (label % 2 === 0 && open?.role === role && open.last === offset + at) open.last++
    else pieces.push({ role, first: offset + at, last: offset + at + 1 })
  }
  return pieces
}
