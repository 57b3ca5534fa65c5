// A PDF: the text of its pages, put back into paragraphs, and what its information dictionary says.

import { getDocumentProxy } from 'unpdf'
import { linesOf } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'
import { refuseOverfull } from './pdf-streams.ts'
import { type ArticleInFile, type Facts, MOST_TEXT, Unreadable } from './reading.ts'
import { firstLineOf } from './text.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Beyond any article or judgment; the file would hold others up for minutes. */
const MOST_PAGES = 2000

export async function readPdf(bytes: Uint8Array): Promise<ArticleInFile> {
  refuseOverfull(bytes)
  const pdf = await opened(bytes)
  try {
    if (pdf.numPages === 0) throw new Unreadable('empty', 'It has no pages.')
    if (pdf.numPages > MOST_PAGES)
      throw new Unreadable(
        'too_many_pages',
        `It has ${pdf.numPages} pages; at most ${MOST_PAGES} are read. Split it.`,
      )
    const text = await textOf(pdf)
    const facts = await factsOf(pdf)
    return { kind: 'pdf', text, ...facts, title: facts.title ?? firstLineOf(text) }
  } finally {
    await pdf.destroy()
  }
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy, since the library takes the bytes for itself.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new Unreadable('encrypted', 'It is locked with a password. Save it without and send it again.')
    throw new Unreadable('broken_file', 'It begins as a PDF and is broken: it cannot be opened.')
  }
}

async function textOf(pdf: Pdf): Promise<string> {
  const pages: string[][] = []
  let length = 0
  let silent = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const lines = linesOf((await page.getTextContent()).items)
    page.cleanup()
    length += lines.reduce((sum, line) => sum + line.length + 1, 0)
    // The rest would be read for nothing.
    if (length > MOST_TEXT * 1.1)
      throw new Unreadable('text_too_long', 'Its text is longer than 5 MB, the most an article may have.')
    if (!lines.some((line) => /\p{L}/u.test(line))) silent++
    pages.push(lines)
  }
  refuseScan(silent, pdf.numPages)
  const text = paragraphsOf(pages)
  refuseGarbled(text)
  return text
}

function refuseScan(silent: number, pages: number): void {
  if (silent * 2 <= pages) return
  const which = silent === pages ? 'It has' : `${silent} of its ${pages} pages have`
  throw new Unreadable(
    'no_text_layer',
    `${which} no text layer, as scans do. Have its letters recognised (OCR) first.`,
  )
}

/** Fonts that do not say which letters they draw leave code points that nobody can read. */
function refuseGarbled(text: string): void {
  const unreadable = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  if (unreadable > text.length / 100)
    throw new Unreadable(
      'garbled_text',
      'Its fonts do not say which letters they draw, so its text cannot be read. Have its letters recognised (OCR).',
    )
}

async function factsOf(pdf: Pdf): Promise<Facts> {
  const { info } = (await pdf.getMetadata()) as unknown as { info: Readonly<Record<string, unknown>> }
  const text = (key: string) => (typeof info[key] === 'string' ? info[key] : undefined)
  const title = text('Title')?.trim() ?? ''
  return {
    // What programs write there is no title, and nothing neither.
    title: title === '' || /^(microsoft |untitled|document\d*$)|\.\w{2,5}$/i.test(title) ? undefined : title,
    byline: text('Author'),
    publishedAt: dateOf(text('CreationDate') ?? ''),
    language: text('Language'),
  }
}

/** `D:20240305080000+01'00'`, of which everything after the year may be missing. */
function dateOf(written: string): string | undefined {
  const [, year, month, day, hour, minute, second, zone] =
    /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d'?\d\d)?)?/.exec(written) ?? []
  if (year === undefined) return undefined
  const date = `${year}-${month}-${day}`
  if (hour === undefined || zone === undefined) return date
  return `${date}T${hour}:${minute}:${second ?? '00'}${zone.replace("'", '')}`
}
