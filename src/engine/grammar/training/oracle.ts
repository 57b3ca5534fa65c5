// What each action costs: how many right arcs can no longer be built once it is taken (Goldberg and Nivre 2013, arc-hybrid).
import { type Building, LEFT, RIGHT, SHIFT } from '../arcs.ts'

function arcsToStack(building: Building, heads: Int32Array): number {
  const { stack, next } = building
  let cost = 0
  for (let place = 0; place < stack.length; place++) {
    const word = stack[place] as number
    if (heads[word] === next) cost++
    if (place < stack.length - 1 && heads[next] === word) cost++
  }
  return cost
}

function dependentsAhead(building: Building, heads: Int32Array, word: number): number {
  let count = 0
  for (let ahead = building.next; ahead < building.length; ahead++) if (heads[ahead] === word) count++
  return count
}

export function costOf(building: Building, heads: Int32Array, action: number): number {
  const { stack, next } = building
  if (action === SHIFT) return arcsToStack(building, heads)
  const word = stack[stack.length - 1] as number
  const below = stack.length > 1 ? (stack[stack.length - 2] as number) : -1
  const head = heads[word] as number
  const lost = dependentsAhead(building, heads, word)
  if (action === LEFT) return lost + (head === below || head > next ? 1 : 0)
  if (action === RIGHT) return lost + (head >= next ? 1 : 0)
  return 0
}
