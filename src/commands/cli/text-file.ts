// The text of a file: UTF-8, or UTF-16 that says so; anything else is refused and never garbled.

import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parseHTML } from 'linkedom'

/** Why a file has no text for us; the message completes "it …". */
export class NoText extends Error {}

export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    // It takes a byte order mark away.
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new NoText(`it is not text in ${encoding.toUpperCase()}; save it as UTF-8`)
  }
  if (text.includes('\0')) throw new NoText('it is not a text file')
  if (text.trim() === '') throw new NoText('it is empty')
  return text
}

/** Throws NoText beyond `most` bytes, so that a wrong file does not fill the memory. */
export async function readText(path: string, most: number): Promise<string> {
  const { size } = await stat(path)
  if (size > most) throw new NoText(`it is larger than ${most / 1024 / 1024} MB`)
  return decoded(await readFile(path))
}

const LONGEST_TITLE = 500
/** A first line longer than this is a paragraph. */
const LONGEST_HEADLINE = 160

export const isHtml = (path: string): boolean => /^\.(html?|xhtml)$/i.test(extname(path))

/** What the page calls itself; of a text a first line that stands alone; else the file's name. */
export function titleOf(path: string, text: string): string {
  const title = oneLine(
    isHtml(path) ? (parseHTML(text).document.querySelector('title')?.textContent ?? '') : headlineOf(text),
  )
  return title === '' ? oneLine(basename(path, extname(path))) : title
}

function headlineOf(text: string): string {
  const [first = '', second = ''] = text.trimStart().split(/\r?\n/, 2)
  return second.trim() === '' && first.length <= LONGEST_HEADLINE && !/[.,;:]["'”’]?\s*$/.test(first)
    ? first
    : ''
}

const oneLine = (text: string): string =>
  [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('')
