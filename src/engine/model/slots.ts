// Which of a fixed number of slots remembers a key: one look, no chains; a key that falls on another's slot takes its place.

/** Keys are pairs of whole numbers of 32 bits, the second one never negative. */
export class Slots {
  private readonly keys: Int32Array
  private readonly last: number

  /** So many slots: a power of two. */
  constructor(size: number) {
    this.keys = new Int32Array(2 * size).fill(-1)
    this.last = size - 1
  }

  /** The slot of the key; when it remembered something else until now and has to be filled, -1 minus the slot. */
  find(a: number, b: number): number {
    const { keys } = this
    const hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
    const slot = (hash ^ (hash >>> 15)) & this.last
    const at = slot << 1
    if (keys[at] === a && keys[at + 1] === b) return slot
    keys[at] = a
    keys[at + 1] = b
    return -1 - slot
  }
}
