// Puts attributions in text order and finds, for each, the one whose content encloses it (hearsay).
import { type Draft, within } from './draft.ts'

export interface Nested {
  readonly draft: Draft
  readonly parent: number | null
}

const sizeOf = (draft: Draft): number => draft.content.reduce((sum, { first, last }) => sum + last - first, 0)

const encloses = (outer: Draft, inner: Draft): boolean =>
  sizeOf(outer) > sizeOf(inner) &&
  inner.content.every((piece) => outer.content.some((whole) => within(piece, whole)))

/** Hearsay seen with less certainty than this is wrong more often than right; on its own such an attribution would stay. */
const SURE_ENOUGH = 0.6

/** Enclosing attributions start no later, so a short way back in order is far enough. */
const WAY_BACK = 12

/** In text order, each with its parent; doubtful hearsay is left out. */
export function withNesting(drafts: readonly Draft[]): Nested[] {
  const nested = nestedIn(drafts)
  const doubtful = nested.filter(({ draft, parent }) => parent !== null && draft.certainty < SURE_ENOUGH)
  if (doubtful.length === 0) return nested
  const out = new Set(doubtful.map(({ draft }) => draft))
  return nestedIn(drafts.filter((draft) => !out.has(draft)))
}

function nestedIn(drafts: readonly Draft[]): Nested[] {
  const ordered = [...drafts].sort(
    (a, b) => (a.content[0]?.first ?? 0) - (b.content[0]?.first ?? 0) || sizeOf(b) - sizeOf(a),
  )
  return ordered.map((draft, index) => {
    let parent: number | null = null
    for (let at = Math.max(0, index - WAY_BACK); at < index; at++) {
      const other = ordered[at]
      const best = parent === null ? undefined : ordered[parent]
      if (other && encloses(other, draft) && (!best || sizeOf(other) <= sizeOf(best))) parent = at
    }
    return { draft, parent }
  })
}
