// Looks through a PDF for streams that inflate without end, before anything is made of them.

import { inflateSync } from 'node:zlib'
import { Unreadable } from './reading.ts'

/** In bytes: larger than any page of text; a scan of a newspaper page in colour stays below it. */
const MOST_INFLATED = 128 * 1024 ** 2

const STREAM = Buffer.from('stream')

/** The library that reads PDF inflates every stream it meets, however large it gets. */
export function refuseOverfull(bytes: Uint8Array): void {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = pdf.indexOf(STREAM); at >= 0; at = pdf.indexOf(STREAM, at + STREAM.length)) {
    let from = at + STREAM.length
    if (pdf[from] === 13) from++
    if (pdf[from] === 10) from++
    // The first bytes of what zlib has packed (RFC 1950): method 8, and a checksum over the two.
    const [method = 0, flags = 0] = pdf.subarray(from, from + 2)
    if ((method & 15) !== 8 || (method * 256 + flags) % 31 !== 0) continue
    try {
      inflateSync(pdf.subarray(from), { maxOutputLength: MOST_INFLATED })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new Unreadable('bomb', 'A part of it becomes larger than 128 MB when it is unpacked.')
    }
  }
}
