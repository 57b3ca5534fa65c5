// Fills a token's feature slots one after the other; the slot number keeps equal values of different features apart.
// One blend a slot: features are most of the work of reading a text.

export class Slots {
  private slot = 0
  private at = 0
  private readonly out: Int32Array

  constructor(out: Int32Array) {
    this.out = out
  }

  /** The next slots are those of another token, from `at` on. */
  begin(at: number): void {
    this.at = at
    this.slot = 0
  }

  triple(a: number, b: number, c: number): void {
    let hash = Math.imul(a ^ Math.imul(++this.slot, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35)
    hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f)
    this.out[this.at++] = Math.imul(hash ^ (hash >>> 16), 0x165667b1)
  }

  pair(a: number, b: number): void {
    this.triple(a, b, 0)
  }

  add(value: number): void {
    this.triple(value, 0, 0)
  }

  get count(): number {
    return this.slot
  }
}
