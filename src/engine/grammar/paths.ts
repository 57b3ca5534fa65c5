// How each word of a sentence hangs on a cue: "Fenn <said> that locks leak" → Fenn as subject, "that … leak" as clause.
import type { Grammar } from './index.ts'
import { RELATIONS } from './tags.ts'

interface Range {
  readonly first: number
  readonly last: number
}

/** No way from the word to the cue within its sentence. */
export const NO_PATH = 0
/** A word this far down hangs as its ancestors do; no sentence worth reading goes deeper. */
const DEEPEST = 60
/** Steps from the cue up to where the path turns are counted to three. */
const HIGHEST = 3

/** Steps up from the cue, by token of the window, plus one: 1 for the cue itself, 0 for what is not above it. */
function heightsAbove({ heads }: Grammar, cue: Range, window: Range): Uint8Array {
  const heights = new Uint8Array(window.last - window.first)
  for (let at = cue.first; at < cue.last; at++) heights[at - window.first] = 1
  for (let at = cue.first; at < cue.last; at++) {
    let above = heads[at] as number
    for (let step = 2; above >= window.first && above < window.last && step < DEEPEST; step++) {
      const known = heights[above - window.first] as number
      if (known > 0 && known <= step) break
      heights[above - window.first] = step
      above = heads[above] as number
    }
  }
  return heights
}

/**
 * One number for each token of the window: how many steps up from the cue the path turns (0 to 3) and by which relation
 * the word's branch hangs there; NO_PATH for other sentences.
 */
export function pathsFrom(grammar: Grammar, cue: Range, window: Range): Uint8Array {
  const { heads, relations } = grammar
  const heights = heightsAbove(grammar, cue, window)
  const paths = new Uint8Array(window.last - window.first)
  for (let at = window.first; at < window.last; at++) {
    let word = at
    let branch = 0
    for (let step = 0; step < DEEPEST; step++) {
      const height = heights[word - window.first] as number
      if (height > 0) {
        paths[at - window.first] = 1 + Math.min(HIGHEST, height - 1) * RELATIONS + branch
        break
      }
      branch = relations[word] as number
      word = heads[word] as number
      if (word < window.first || word >= window.last) break
    }
  }
  return paths
}
