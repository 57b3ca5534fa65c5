// A Word document: its paragraphs, and its core properties. Only the parts that are text are ever unpacked.

import { zipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { textParts } from './docx-parts.ts'
import { type ArticleInFile, type Facts, Unreadable } from './reading.ts'
import { firstLineOf } from './text.ts'

export async function readDocx(bytes: Uint8Array): Promise<ArticleInFile> {
  const parts = textParts(bytes)
  if (!('word/document.xml' in parts))
    throw new Unreadable('unknown_type', 'It is a zip, and no Word document is in it. Send .docx files.')
  // Packed anew, without what was left out, so that the library meets nothing that was not looked at.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }))
  // Loaded when the first document comes: it takes as long as starting a thread does.
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.extractRawText({ buffer })
  const text = value.replace(/\n{3,}/g, '\n\n').trim()
  if (text === '') throw new Unreadable('no_readable_text', 'There is no text in it; pictures are not read.')
  const facts = factsIn(parts['docProps/core.xml'])
  return { kind: 'docx', text, ...facts, title: facts.title || firstLineOf(text) }
}

function factsIn(core: Uint8Array | undefined): Facts {
  if (!core) return {}
  const xml = new DOMParser().parseFromString(Buffer.from(core).toString('utf8'), 'text/xml')
  const text = (name: string) => xml.getElementsByTagName(name)[0]?.textContent?.trim() || undefined
  return {
    title: text('dc:title'),
    byline: text('dc:creator'),
    publisher: text('dc:publisher'),
    publishedAt: text('dcterms:created'),
    language: text('dc:language'),
  }
}
