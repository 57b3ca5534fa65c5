// What has been found out of words met before, whatever text they stood in; emptied when full, so that no stream of odd words
// fills the memory.

/**
 * A copy of its own: a piece cut from a text otherwise keeps the whole text in memory for as long as the piece is kept.
 * Cutting it from a string made for it leaves only that one.
 */
const ownCopy = (piece: string): string => ` ${piece}`.slice(1)

export class KeptFacts<Facts> {
  private readonly facts = new Map<string, Facts>()
  private readonly most: number
  private readonly findOut: (word: string) => Facts

  constructor(most: number, findOut: (word: string) => Facts) {
    this.most = most
    this.findOut = findOut
  }

  of(word: string): Facts {
    const known = this.facts.get(word)
    if (known !== undefined) return known
    const own = ownCopy(word)
    const fresh = this.findOut(own)
    if (this.facts.size >= this.most) this.facts.clear()
    this.facts.set(own, fresh)
    return fresh
  }
}
