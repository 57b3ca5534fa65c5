// From the bytes of a file to the article in it: told apart by content, read by the reader of its kind.

import { readDocx } from './docx.ts'
import { tidied } from './facts.ts'
import { readPage } from './html.ts'
import { kindOf } from './kind.ts'
import { readMail } from './mail.ts'
import { readPdf } from './pdf.ts'
import { type ArticleInFile, type FileKind, MOST_TEXT, type Reading, Unreadable } from './reading.ts'
import { readText } from './text.ts'

type Reader = (bytes: Uint8Array) => ArticleInFile | Promise<ArticleInFile>

const READERS: Readonly<Record<FileKind, Reader>> = {
  text: readText,
  html: readPage,
  pdf: readPdf,
  docx: readDocx,
  eml: readMail,
}

/** What goes wrong in a library that reads foreign files is the file's fault, and is said so. */
export async function readFile(name: string, bytes: Uint8Array): Promise<Reading> {
  try {
    const kind = kindOf(name, bytes)
    return { status: 'read', ...checked(await readBy(READERS[kind], kind, bytes), name) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { status: 'refused', code: error.code, detail: error.message }
  }
}

async function readBy(reader: Reader, kind: FileKind, bytes: Uint8Array): Promise<ArticleInFile> {
  try {
    return await reader(bytes)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('broken_file', `It begins as ${NAMES[kind]} and cannot be read to its end.`)
  }
}

const NAMES: Readonly<Record<FileKind, string>> = {
  text: 'a text',
  html: 'a page of HTML',
  pdf: 'a PDF',
  docx: 'a Word document',
  eml: 'a mail',
}

function checked({ kind, text, ...facts }: ArticleInFile, name: string): ArticleInFile {
  if (text.trim() === '') throw new Unreadable('empty', 'There is nothing but white space in it.')
  if (text.length > MOST_TEXT)
    throw new Unreadable('text_too_long', 'Its text is longer than 5 MB, the most an article may have.')
  const tidy = tidied(facts)
  return { kind, text, ...tidy, title: tidy.title ?? tidied({ title: stemOf(name) }).title ?? 'Untitled' }
}

/** The name of the file without what follows the last dot. */
const stemOf = (name: string) => name.replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(/_/g, ' ')
