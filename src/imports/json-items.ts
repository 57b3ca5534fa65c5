// The items of a JSON file one by one, however long it is: those of the array that the file is, or of every array "items".

import { Malformed, TooLarge } from '../errors.ts'
import { ARTICLE_LIMIT } from '../http/body.ts'
import { refusingUtf16 } from './decoding.ts'

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

/** Longer words are no key that matters. */
const WORD = 16

/** Follows a JSON text byte by byte. Not its grammar is checked, only where its items begin and end. */
function follower() {
  let [depth, listDepth] = [0, -1]
  let [quoted, escaped, inItem, isList] = [false, false, false, false]
  let word: number[] = []
  let key = ''

  function inString(byte: number): void {
    if (escaped) escaped = false
    else if (byte === BACKSLASH) escaped = true
    else if (byte === QUOTE) quoted = false
    else if (word.length < WORD) word.push(byte)
  }

  function structure(byte: number): void {
    if (byte === QUOTE) [quoted, word] = [true, []]
    else if (byte === COLON) key = String.fromCharCode(...word)
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      const isItems = byte === OPEN_LIST && (depth === 0 || key === 'items')
      depth++
      if (isItems && listDepth < 0 && !inItem) [listDepth, isList] = [depth, true]
    }
  }

  return {
    /** What happens at this byte: an item begins with it, or one has ended before it. */
    step(byte: number): 'begins' | 'ended' | null {
      if (quoted) inString(byte)
      else if (depth === listDepth && (byte === COMMA || byte === CLOSE_LIST)) {
        if (byte === CLOSE_LIST) [listDepth, depth] = [-1, depth - 1]
        const had = inItem
        inItem = false
        return had ? 'ended' : null
      } else {
        const begins = depth === listDepth && !inItem && !isSpace(byte)
        if (begins) inItem = true
        structure(byte)
        return begins ? 'begins' : null
      }
      return null
    },
    /** Whether an array has been found; until then the file itself may be the one item. */
    isList: () => isList,
    isInItem: () => inItem,
    isOpen: () => depth !== 0 || quoted || listDepth >= 0,
  }
}

/** What has been read of an item; nothing is kept beyond the limit. */
function gathering(most: number) {
  let parts: Buffer[] = []
  let length = 0
  let number = 0
  return {
    keep(bytes: Buffer): void {
      length += bytes.length
      if (length <= most) parts.push(Buffer.from(bytes))
    },
    drop(): void {
      parts = []
      length = 0
    },
    finished(): Item {
      const broken = length > most ? { broken: tooLong(most) } : {}
      const item = { number: ++number, bytes: Buffer.concat(parts), ...broken }
      this.drop()
      return item
    },
    cut: (): Item => ({ number: number + 1, bytes: Buffer.alloc(0), broken: cut() }),
    isEmpty: () => length === 0,
  }
}

/** A file without such an array is one item; so is one that cannot be read at all. */
export async function* itemsOf(body: AsyncIterable<Buffer>, most = ARTICLE_LIMIT): AsyncGenerator<Item> {
  try {
    yield* itemsIn(refusingUtf16(body), most)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    yield { number: 1, bytes: Buffer.alloc(0), broken: error }
  }
}

async function* itemsIn(body: AsyncIterable<Buffer>, most: number): AsyncGenerator<Item> {
  const at = follower()
  const item = gathering(most)
  for await (const chunk of body) {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const event = at.step(chunk[i] as number)
      if (event === 'begins') {
        item.drop()
        from = i
      } else if (event === 'ended') {
        item.keep(chunk.subarray(from, i))
        yield item.finished()
      }
    }
    if (at.isInItem() || !at.isList()) item.keep(chunk.subarray(from))
  }
  if (at.isOpen()) yield item.cut()
  else if (!at.isList() && !item.isEmpty()) yield item.finished()
}

const tooLong = (most: number) => new TooLarge(`An item may have ${most / 1024 / 1024} MB.`)

const cut = () =>
  new Malformed('The file ends before its end; what came before is stored, and it can be sent again.', {
    faults: [{ pointer: '', code: 'cut', detail: 'A bracket or quotation mark is still open.' }],
  })
