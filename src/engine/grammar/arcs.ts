// Which word each word hangs on, built left to right with a stack (arc-hybrid: shift, hang left, hang right).
// Kuhlmann, Gómez-Rodríguez and Satta 2011.

export const SHIFT = 0
/** The top of the stack hangs on the next word. */
export const LEFT = 1
/** The top of the stack hangs on the word below it. */
export const RIGHT = 2
export const ACTIONS = 3

/** A sentence half built. Words are numbered from 0; `length` itself stands for the root, after the last word. */
export class Building {
  readonly stack: number[] = []
  next = 0
  readonly heads: Int32Array
  readonly leftmost: Int32Array
  readonly rightmost: Int32Array
  readonly children: Uint8Array
  readonly length: number

  constructor(length: number) {
    this.length = length
    this.heads = new Int32Array(length).fill(-1)
    this.leftmost = new Int32Array(length + 1).fill(-1)
    this.rightmost = new Int32Array(length + 1).fill(-1)
    this.children = new Uint8Array(length + 1)
  }

  get done(): boolean {
    return this.next === this.length && this.stack.length === 0
  }

  allows(action: number): boolean {
    if (action === SHIFT) return this.length > this.next
    return this.stack.length > (action === LEFT ? 0 : 1)
  }

  apply(action: number): void {
    if (action === SHIFT) {
      this.stack.push(this.next++)
      return
    }
    const word = this.stack.pop() as number
    const head = action === LEFT ? this.next : (this.stack[this.stack.length - 1] as number)
    this.heads[word] = head
    this.children[head] = Math.min(9, (this.children[head] as number) + 1)
    if (action === LEFT) {
      if (this.leftmost[head] === -1 || word < (this.leftmost[head] as number)) this.leftmost[head] = word
    } else this.rightmost[head] = Math.max(this.rightmost[head] as number, word)
  }
}
