// Fills a token's feature slots one after the other; the slot number keeps equal values of different features apart.
import { mix } from '../model/hashing.ts'

export class Slots {
  private slot = 0
  private readonly out: Int32Array
  private at: number

  constructor(out: Int32Array, at: number) {
    this.out = out
    this.at = at
  }

  add(value: number): void {
    this.out[this.at++] = mix(++this.slot, value)
  }

  pair(a: number, b: number): void {
    this.add(mix(a, b))
  }

  triple(a: number, b: number, c: number): void {
    this.add(mix(mix(a, b), c))
  }

  get count(): number {
    return this.slot
  }
}
