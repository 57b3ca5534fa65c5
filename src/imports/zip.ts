// The files of a zip, bounded: each is inflated no further than it may be long, and held against its checksum.

import { crc32, inflateRawSync } from 'node:zlib'
import { Malformed, TooLarge } from '../errors.ts'

export interface ZipFile {
  readonly name: string
  /** Throws Malformed for what is broken or locked, TooLarge for what is longer than a file may be. */
  bytes(): Buffer
}

/** In bytes: the zip itself, one of its files, all of them together. */
const LIMITS = { zip: 256 * 1024 ** 2, file: 6 * 1024 ** 2, together: 1024 ** 3 }
const MOST_FILES = 65_535

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** The end record: 22 bytes, and a comment of at most 65,535. */
const END_LENGTH = 22

/** Throws Malformed when it is no zip or a broken one, TooLarge when it is more than is read. */
export async function readZip(body: AsyncIterable<Buffer>): Promise<ZipFile[]> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > LIMITS.zip) throw new TooLarge(`A zip may have ${LIMITS.zip / 1024 ** 2} MB.`)
    parts.push(part)
  }
  try {
    return entriesOf(Buffer.concat(parts))
  } catch (error) {
    throw error instanceof RangeError ? broken('It ends before its end.') : error
  }
}

function entriesOf(zip: Buffer): ZipFile[] {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_FILES - 1) throw new TooLarge(`A zip may have ${MOST_FILES - 1} files.`)
  const budget = { left: LIMITS.together }
  const files: ZipFile[] = []
  for (let at = zip.readUInt32LE(end + 16), n = 0; n < count; n++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw broken('Its list of files cannot be read.')
    const entry = at
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    if (!name.endsWith('/')) files.push({ name, bytes: () => inflated(zip, entry, name, budget) })
  }
  return files
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_LENGTH; at >= Math.max(0, zip.length - END_LENGTH - 65_535); at--)
    if (zip.readUInt32LE(at) === END) return at
  throw broken('It is no zip, or its end is missing.')
}

function inflated(zip: Buffer, entry: number, name: string, budget: { left: number }): Buffer {
  try {
    const bytes = inflate(zip, entry, name, Math.min(LIMITS.file, budget.left))
    budget.left -= bytes.length
    if (crc32(bytes) !== zip.readUInt32LE(entry + 16))
      throw broken(`${name} is not what was put in: its checksum differs.`)
    return bytes
  } catch (error) {
    if (error instanceof Malformed || error instanceof TooLarge) throw error
    const isBomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw isBomb ? tooLarge(name) : broken(`${name} cannot be inflated.`)
  }
}

function inflate(zip: Buffer, entry: number, name: string, most: number): Buffer {
  const [flags, method] = [zip.readUInt16LE(entry + 8), zip.readUInt16LE(entry + 10)]
  const [packed, local] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)]
  if (flags & 1) throw broken(`${name} is locked with a password.`)
  if (zip.readUInt32LE(local) !== LOCAL) throw broken(`${name} is not where it should be.`)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const data = zip.subarray(from, from + packed)
  if (data.length < packed) throw broken(`${name} is cut.`)
  if (method === 8) return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  if (method !== 0) throw broken(`${name} is packed in a way that is not read here.`)
  if (data.length > most) throw tooLarge(name)
  return data
}

const tooLarge = (name: string) =>
  new TooLarge(
    `${name} is larger than a file may be (${LIMITS.file / 1024 ** 2} MB, ${LIMITS.together / 1024 ** 3} GB together).`,
    {
      faults: [{ pointer: '', code: 'zip_bomb', detail: 'It was not inflated further.' }],
    },
  )

const broken = (detail: string) =>
  new Malformed(detail, { faults: [{ pointer: '', code: 'broken_zip', detail }] })
