// Neighbours in one article teach less than claims of many: each article has its first turn before any has its second.
// Example: a1 a2 b1 a3 c1 b2 is served as a1 b1 c1 a2 b2 a3.

export function spread<T extends { readonly articleId: string }>(claims: readonly T[], most: number): T[] {
  const taken = new Map<string, number>()
  const rounds: T[][] = []
  for (const claim of claims) {
    const round = taken.get(claim.articleId) ?? 0
    taken.set(claim.articleId, round + 1)
    const turn = rounds[round] ?? []
    turn.push(claim)
    rounds[round] = turn
  }
  return rounds.flat().slice(0, most)
}
