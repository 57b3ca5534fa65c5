// Bytes as text: UTF-8 or refused, since any other guess would garble names and quotation marks without anybody noticing.

import { Malformed } from '../errors.ts'
import { refuseUnstorable } from '../http/body.ts'

/** Throws Malformed where the bytes are not UTF-8, and names what they seem to be. A mark of byte order is dropped. */
export async function* decoded(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of body) {
      if (isFirst && (isUtf16(chunk) || chunk.includes(0))) throw wrong('UTF-16')
      isFirst = false
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? wrong('another encoding, such as Windows-1252') : error
  }
}

/** The bytes of a JSON text as they are. Throws Malformed where they are UTF-16, as a NUL within its first two says. */
export async function* refusingUtf16<T extends Uint8Array>(body: AsyncIterable<T>): AsyncGenerator<T> {
  let isFirst = true
  for await (const chunk of body) {
    if (isFirst && (isUtf16(chunk) || chunk[0] === 0 || chunk[1] === 0)) throw wrong('UTF-16')
    isFirst = false
    yield chunk
  }
}

/** A whole text. Throws as `decoded`. */
export function decode(bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw wrong('UTF-16')
  const text = utf8(bytes)
  refuseUnstorable(text)
  return text
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrong('another encoding, such as Windows-1252')
  }
}

const isUtf16 = ([a, b]: Uint8Array) => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)

const wrong = (seemingly: string) =>
  new Malformed(`The file is not UTF-8; it seems to be ${seemingly}. Save it as UTF-8 and send it again.`, {
    faults: [{ pointer: '', code: 'invalid_utf8', detail: 'Only UTF-8 is read.' }],
  })
