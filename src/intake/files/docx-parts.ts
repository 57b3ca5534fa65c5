// The parts of a DOCX that hold text, out of its zip: bounded in number and size, and held against their checksums.

import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { Unreadable } from './reading.ts'

/** In bytes, all together; the text of a long book is a tenth of it. */
const MOST_UNPACKED = 64 * 1024 ** 2
const MOST_PARTS = 5000

const END = 0x06054b50
const ENTRY = 0x02014b50

export function textParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const checksums = checksumsIn(zip)
  const parts = unpacked(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (crc32(part) !== checksums.get(name)) throw broken(`${name} in it is not what was put in.`)
    // No Word document has a document type; what it could declare is how small files become large.
    if (Buffer.from(part).includes('<!DOCTYPE')) throw broken(`${name} in it declares a document type.`)
  }
  return parts
}

/** Sizes are believed here: what unpacks to more than it says is cut there, and its checksum tells. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let together = 0
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(xml|rels)$/.test(name)) return false
        together += originalSize
        if (together <= MOST_UNPACKED) return true
        throw new Unreadable('bomb', 'It becomes larger than 64 MB when it is unpacked.')
      },
    })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw broken('a part of it cannot be unpacked.')
  }
}

/** By name, from the list at the end of the zip. Throws for what is locked. */
function checksumsIn(zip: Buffer): Map<string, number> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || zip.length < end + 22 || zip.readUInt32LE(end) !== END) throw broken('its end is missing.')
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw new Unreadable('bomb', `It has more than ${MOST_PARTS} parts.`)
  const checksums = new Map<string, number>()
  try {
    for (let at = zip.readUInt32LE(end + 16), n = 0; n < count; n++) {
      if (zip.readUInt32LE(at) !== ENTRY) throw broken('its list of parts cannot be read.')
      if (zip.readUInt16LE(at + 8) & 1)
        throw new Unreadable('encrypted', 'It is locked with a password. Save it without and send it again.')
      const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
      checksums.set(zip.toString('utf8', at + 46, nameEnd), zip.readUInt32LE(at + 16))
      at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
  } catch (error) {
    throw error instanceof RangeError ? broken('its list of parts ends too early.') : error
  }
  return checksums
}

const broken = (detail: string) =>
  new Unreadable('broken_file', `It begins as a Word document and is broken: ${detail}`)
