// The items of a JSON file one by one, however long it is: those of the array that the file is, or of every array "items".

import { Malformed, TooLarge } from '../errors.ts'
import { ARTICLE_LIMIT } from '../http/body.ts'

export interface Item {
  /** From 1. */
  readonly number: number
  readonly bytes: Buffer
  /** Why it could not be read. */
  readonly broken?: Error
}

const [QUOTE, BACKSLASH, COLON, COMMA] = [34, 92, 58, 44]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]
const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9

/** A file without such an array is one item. Not the file's grammar is checked here, only where its items begin and end. */
export async function* itemsOf(body: AsyncIterable<Buffer>, most = ARTICLE_LIMIT): AsyncGenerator<Item> {
  const at = { depth: 0, listDepth: -1, quoted: false, escaped: false }
  let word: number[] = []
  let key = ''
  let parts: Buffer[] = []
  let length = 0
  let number = 0
  let capturing = false
  /** Until an array is found, the file itself may be the one item. */
  let isList = false

  const keep = (bytes: Buffer) => {
    length += bytes.length
    if (length <= most) parts.push(Buffer.from(bytes))
  }
  const finished = (): Item => {
    const item = {
      number: ++number,
      bytes: Buffer.concat(parts),
      ...(length > most ? { broken: tooLong() } : {}),
    }
    parts = []
    length = 0
    capturing = false
    return item
  }

  for await (const chunk of body) {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number
      if (at.quoted) {
        if (at.escaped) at.escaped = false
        else if (byte === BACKSLASH) at.escaped = true
        else if (byte === QUOTE) at.quoted = false
        else if (word.length < 16) word.push(byte)
        continue
      }
      const inList = at.depth === at.listDepth
      if (inList && (byte === COMMA || byte === CLOSE_LIST)) {
        if (capturing) {
          keep(chunk.subarray(from, i))
          yield finished()
        }
        if (byte === CLOSE_LIST) [at.listDepth, at.depth] = [-1, at.depth - 1]
        continue
      }
      if (inList && !capturing && !isSpace(byte)) [capturing, from] = [true, i]
      if (byte === QUOTE) [at.quoted, word] = [true, []]
      else if (byte === COLON) key = String.fromCharCode(...word)
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        const isItems = byte === OPEN_LIST && (at.depth === 0 || key === 'items')
        at.depth++
        if (isItems && at.listDepth < 0 && !capturing) {
          at.listDepth = at.depth
          isList = true
          ;[parts, length] = [[], 0]
        }
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) at.depth--
    }
    if (capturing || !isList) keep(chunk.subarray(from))
  }
  if (at.depth !== 0 || at.quoted || at.listDepth >= 0)
    yield { number: number + 1, bytes: Buffer.alloc(0), broken: cut() }
  else if (!isList && length > 0) yield finished()
}

const tooLong = () => new TooLarge(`An item may have ${ARTICLE_LIMIT / 1024 / 1024} MB.`)

const cut = () =>
  new Malformed('The file ends before its end; what came before is stored, and it can be sent again.', {
    faults: [{ pointer: '', code: 'cut', detail: 'A bracket or quotation mark is still open.' }],
  })
