// Arrays that are used again from call to call: a text needs thousands of them for a moment each, and to make and to clear
// away so many costs some hundredths of reading it. What they hold is nobody's after the next call.

/** One array that grows to what is asked for; stretches of text are bounded, and so is what they need. */
export class Room {
  private held = new Float64Array(0)

  /** An array of at least this size, filled with what was left in it. */
  of(size: number): Float64Array {
    if (this.held.length < size) this.held = new Float64Array(2 * size)
    return this.held
  }
}

/** The same for whole numbers. */
export class WholeRoom {
  private held = new Int32Array(0)

  of(size: number): Int32Array {
    if (this.held.length < size) this.held = new Int32Array(2 * size)
    return this.held
  }

  /** Filled with zeros up to this size. */
  cleared(size: number): Int32Array {
    return this.of(size).fill(0, 0, size)
  }
}
