// What a file is, by its content; its name only decides between kinds of text.

import { type FileKind, Unreadable } from './reading.ts'

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

/** Old Office files, and new ones with a password. */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Throws Unreadable for what none of the readers reads. */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new Unreadable('empty', 'It is empty.')
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  // Readers of PDF look for the mark within the first kilobyte.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return 'docx'
  if (startsWith(bytes, COMPOUND)) throw compound(bytes)
  return kindOfText(name.toLowerCase(), bytes, head)
}

function compound(bytes: Uint8Array): Unreadable {
  const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return isLocked
    ? new Unreadable('encrypted', 'It is locked with a password. Save it without and send it again.')
    : new Unreadable('unknown_type', 'It is in the form of old Office programs. Save it as .docx.')
}

const isUtf16 = ([a, b]: Uint8Array) => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
const READ = 'What is read: .txt, .html, .pdf, .docx, .eml.'

function kindOfText(name: string, bytes: Uint8Array, head: string): FileKind {
  const extension = /\.([a-z0-9]{1,8})$/.exec(name)?.[1] ?? ''
  // In UTF-16 every other byte of ASCII is NUL.
  const start = (isUtf16(bytes) ? head.slice(2).replaceAll('\0', '') : head).replace(
    /^(\xef\xbb\xbf)?\s+/,
    '',
  )
  if (!isUtf16(bytes) && !isUnmarkedUtf16(bytes) && isBinary(bytes)) throw binary(extension)
  if (start.startsWith('{\\rtf')) throw new Unreadable('unknown_type', `It is RTF. ${READ}`)
  if (isPage(extension, start)) return 'html'
  if (isMail(extension, start)) return 'eml'
  if (['pdf', 'docx', 'eml'].includes(extension))
    throw new Unreadable('not_what_it_says', `Its name ends in .${extension}, its content is something else.`)
  if (!['', 'txt', 'text', 'md'].includes(extension))
    throw new Unreadable('unknown_type', `Files of the type .${extension} are not read. ${READ}`)
  return 'text'
}

const binary = (extension: string) =>
  ['pdf', 'docx', 'eml', 'html', 'htm'].includes(extension)
    ? new Unreadable('not_what_it_says', `Its name ends in .${extension}, its content is something else.`)
    : new Unreadable('unknown_type', `It is no text and of no known type. ${READ}`)

/** Control characters that no text has. NULs alone are left to the encoding, which can say more about them. */
const isBinary = (bytes: Uint8Array) =>
  bytes.subarray(0, 65_536).some((byte) => (byte < 9 ? byte > 0 : byte > 13 && byte < 32 && byte !== 27))

/** Every other byte is NUL, as in western text; the encoding says more about it. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096)
  const nuls = [0, 0]
  start.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  return Math.max(even, odd) > start.length / 4 && Math.min(even, odd) < start.length / 50
}

const isPage = (extension: string, start: string) =>
  /^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,1000}?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(start) ||
  ['html', 'htm', 'xhtml'].includes(extension)

/** Headers that only mail programs write; "From:" and "Date:" stand above many a plain text. */
const MAILED = /^(received|message-id|mime-version|return-path|delivered-to|dkim-signature):/im
const HEADERS = /^(?:[\x21-\x39\x3b-\x7e]+:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$))+/

function isMail(extension: string, start: string): boolean {
  const headers = HEADERS.exec(start.replace(/\r\n/g, '\n').replace(/^From .*\n/, ''))?.[0] ?? ''
  return MAILED.test(headers) || (extension === 'eml' && /^(from|to|subject|date):/im.test(headers))
}
