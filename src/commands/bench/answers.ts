// Reads HTTP answers off a connection, as far as counting them needs: the status, and where each one ends.

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const LENGTH = /\r\ncontent-length: *(\d+)/i

/**
 * Gives what takes the bytes as they come, and calls `answered` after each whole answer. False when it cannot follow: an
 * answer that tells no length, and is not one without a body.
 */
export function answers(answered: (status: number) => void): (bytes: Buffer) => boolean {
  let held: Buffer | null = null
  return (bytes) => {
    let rest = held ? Buffer.concat([held, bytes]) : bytes
    held = null
    while (rest.length > 0) {
      const head = rest.indexOf(END_OF_HEAD)
      if (head < 0) break
      const text = rest.toString('latin1', 0, head)
      const status = Number(text.slice(9, 12))
      const length = LENGTH.exec(text)?.[1]
      if (length === undefined && status !== 204 && status !== 304) return false
      const end = head + END_OF_HEAD.length + (status === 304 ? 0 : Number(length ?? 0))
      if (rest.length < end) break
      rest = rest.subarray(end)
      answered(status)
    }
    if (rest.length > 0) held = Buffer.from(rest)
    return true
  }
}
