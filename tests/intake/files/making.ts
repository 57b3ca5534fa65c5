// Files made by hand for the tests, as small as they can be, and the form they are sent in.

import { strToU8, zipSync } from 'fflate'
import { expect } from 'vitest'
import type { Problem } from '../../../src/http/problem.ts'
import type { Newsroom } from '../../support/newsroom.ts'

export interface Result {
  file: string
  status: 'created' | 'duplicate' | 'invalid'
  articleId?: string
  claimCount?: number
  problem?: Problem & { file?: string }
}

export type Sent = readonly [name: string, content: string | Uint8Array]

const BOUNDARY = 'a-line-between-the-parts'
export const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

/** The body of a form: files under `field`, then or before them the other fields. */
export function formOf(files: readonly Sent[], fields: Record<string, string> = {}, field = 'files'): Buffer {
  const part = (head: string, content: string | Uint8Array) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ])
  return Buffer.concat([
    ...files.map(([name, content]) => part(`name="${field}"; filename="${name}"`, content)),
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])
}

export async function sendFiles(
  news: Newsroom,
  files: readonly Sent[],
  fields: Record<string, string> = {},
): Promise<Result[]> {
  const answer = await news.post('/v1/articles/files', 'annotator', formOf(files, fields), FORM)
  expect(answer.status, answer.text).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^application\/x-ndjson/)
  return answer.text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Result)
}

/** A page each, a line each, in Windows-1252's quotation marks; `more` are further entries of the trailer, `info` of the information dictionary. */
export function pdfOf(pages: readonly (readonly string[])[], info = '', more = ''): Buffer {
  const drawn = pages.map((lines) => {
    const shown = lines
      .map(
        (line) =>
          `(${line
            .replace(/[()\\]/g, '\\$&')
            .replace(/“/g, '\x93')
            .replace(/”/g, '\x94')}) Tj T*`,
      )
      .join('\n')
    return `BT /F1 12 Tf 14 TL 72 720 Td\n${shown}\nET`
  })
  return pdfWith(drawn, info, more)
}

/** A page for each stream of drawing operators. */
export function pdfWith(
  streams: readonly (string | Uint8Array)[],
  info = '',
  more = '',
  filter = '',
): Buffer {
  const kids = streams.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')
  const objects: Buffer[] = [
    `<< /Type /Catalog /Pages 2 0 R >>`,
    `<< /Type /Pages /Count ${streams.length} /Kids [${kids}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>`,
    `<< ${info} >>`,
    ...streams.flatMap((stream, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      Buffer.concat([
        Buffer.from(`<< /Length ${stream.length} ${filter} >>\nstream\n`),
        Buffer.from(stream as string, 'latin1'),
        Buffer.from('\nendstream'),
      ]),
    ]),
  ].map((object) => Buffer.from(object as string, 'latin1'))
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0))
    parts.push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0)
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${more} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** A Word document of these paragraphs; `core` are entries of its core properties, `more` further parts. */
export function docxOf(
  paragraphs: readonly string[],
  core = '',
  more: Record<string, Uint8Array> = {},
): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
      'docProps/core.xml': strToU8(
        `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
      ),
      ...more,
    }),
  )
}

export const mailOf = (headers: readonly string[], body: string): string =>
  `${headers.join('\r\n')}\r\n\r\n${body.replace(/\n/g, '\r\n')}`
