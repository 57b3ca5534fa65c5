// Files that are not read, each for a reason that says what to do; and forms that are not even looked through.

import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../src/intake/files/read.ts'
import { expectRefused, sharedNewsroom } from '../../support/newsroom.ts'
import { docxOf, FORM, formOf, mailOf, pdfOf, pdfWith, type Sent } from './making.ts'

const said = '“It is ours,” said Zoë Orme, and left.'
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(name, 'utf16le')])

/** The bytes of a file with those at the first `mark` changed. */
const changed = (file: Buffer, mark: string, by: (at: number, copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(file)
  const at = copy.indexOf(mark)
  expect(at).toBeGreaterThan(0)
  by(at, copy)
  return copy
}

/** A Word document with a part that says to unpack to so many bytes, and unpacks to a megabyte. */
const saying = (bytes: number) => () => {
  const zip = docxOf([said], '', { 'word/more.xml': strToU8(' '.repeat(1024 ** 2)) })
  zip.writeUInt32LE(bytes, zip.lastIndexOf('word/more.xml') - 46 + 24)
  return zip
}
const locked = () => changed(docxOf([said]), 'PK\x01\x02', (at, copy) => copy.writeUInt16LE(1, at + 8))

const notWord = () => {
  const zip = docxOf(['x'])
  for (let at = zip.indexOf('word/document.xml'); at >= 0; at = zip.indexOf('word/document.xml', at + 1))
    zip.write('data/document.xml', at)
  return zip
}

const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'28'.repeat(32)}> /U <${'5a'.repeat(32)}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
const flate = (bytes: number) =>
  pdfWith([deflateSync(Buffer.alloc(bytes, 32))], '', '', '/Filter /FlateDecode')

const cases: readonly (readonly [
  what: string,
  name: string,
  content: () => string | Buffer,
  code: string,
])[] = [
  ['nothing', 'a.txt', () => '', 'empty'],
  ['white space', 'a.txt', () => ' \n\t\u00a0\n', 'empty'],
  ['a picture', 'a.txt', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unknown_type'],
  ['noise called PDF', 'a.pdf', () => randomBytes(3000), 'not_what_it_says'],
  ['a text called PDF', 'a.pdf', () => said, 'not_what_it_says'],
  ['a text called mail', 'a.eml', () => said, 'not_what_it_says'],
  ['a table', 'a.csv', () => 'a,b\n1,2\n', 'unknown_type'],
  ['RTF', 'a.txt', () => '{\\rtf1 It is ours.}', 'unknown_type'],
  ['an old Word document', 'a.doc', () => compound('WordDocument'), 'unknown_type'],
  ['UTF-16 without a mark', 'a.txt', () => Buffer.from(said, 'utf16le'), 'unknown_encoding'],
  [
    'half of a UTF-16 text',
    'a.txt',
    () => Buffer.from(`\ufeff${said}`, 'utf16le').subarray(0, -1),
    'unknown_encoding',
  ],
  ['UTF-32', 'a.txt', () => Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'unknown_encoding'],
  // "Это наше" in Windows-1251, "donÕt" in Mac Roman, "caf‚" in code page 850, "Wa³êsa" in Windows-1250.
  ['Cyrillic', 'a.txt', () => Buffer.from('ddf2ee20ede0f8e5', 'hex'), 'unknown_encoding'],
  ['Mac Roman', 'a.txt', () => Buffer.from('They donÕt want it.', 'latin1'), 'unknown_encoding'],
  [
    'a code page of DOS',
    'a.txt',
    () => Buffer.from('In the caf\x82s they say', 'latin1'),
    'unknown_encoding',
  ],
  [
    'Windows-1250',
    'a.txt',
    () => Buffer.from('Lech Wa\xb3\xeasa spoke to us.', 'latin1'),
    'unknown_encoding',
  ],
  ['UTF-8 that is cut', 'a.txt', () => Buffer.from(said).subarray(0, 2), 'unknown_encoding'],
  [
    'a page of scripts alone',
    'a.html',
    () => '<html><script>document.write("It is ours.")</script></html>',
    'no_readable_text',
  ],
  [
    'a page that is not in its encoding',
    'a.html',
    () => Buffer.from('<meta charset="shift_jis"><p>\xff\xfe\xfd', 'latin1'),
    'unknown_encoding',
  ],
  ['a PDF with a password', 'a.pdf', () => pdfOf([[said]], '', encryption), 'encrypted'],
  ['a PDF without letters', 'a.pdf', () => pdfWith(['0 0 100 100 re f', '']), 'no_text_layer'],
  ['a PDF of scans with a cover', 'a.pdf', () => pdfOf([['Cover'], [], ['3'], []]), 'no_text_layer'],
  ['a PDF without pages', 'a.pdf', () => pdfOf([]), 'empty'],
  ['the head of a PDF', 'a.pdf', () => '%PDF-1.7\n%%EOF', 'broken_file'],
  ['a PDF that unpacks without end', 'a.pdf', () => flate(129 * 1024 ** 2), 'bomb'],
  ['a Word document with a password', 'a.docx', () => compound('EncryptedPackage'), 'encrypted'],
  ['a locked zip', 'a.docx', locked, 'encrypted'],
  ['half of a Word document', 'a.docx', () => docxOf([said]).subarray(0, 400), 'broken_file'],
  [
    'a Word document with a wrong letter',
    'a.docx',
    () =>
      changed(docxOf([said]), 'PK\x01\x02', (at, copy) => copy.writeUInt8((copy[at + 16] ?? 0) ^ 1, at + 16)),
    'broken_file',
  ],
  ['a zip of something else', 'a.docx', notWord, 'unknown_type'],
  ['a zip bomb', 'a.docx', saying(70 * 1024 ** 2), 'bomb'],
  ['a zip bomb that lies', 'a.docx', saying(1000), 'broken_file'],
  [
    'entities that multiply',
    'a.docx',
    () => docxOf([said], '', { 'word/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bb">]><a/>') }),
    'broken_file',
  ],
  ['a Word document without words', 'a.docx', () => docxOf(['', '']), 'no_readable_text'],
  ['a mail without text', 'a.eml', () => mailOf(['Subject: X', 'Mime-Version: 1.0'], ''), 'no_readable_text'],
  [
    'an encrypted mail',
    'a.eml',
    () => mailOf(['Subject: X', 'Content-Type: multipart/encrypted; boundary=b'], '--b--'),
    'encrypted',
  ],
  [
    'a mail in another encoding',
    'a.eml',
    () =>
      `Subject: X\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nZo=EB spoke.`,
    'unknown_encoding',
  ],
  ['a text of more than 5 MB', 'a.txt', () => 'It is ours. '.repeat(450_000), 'text_too_long'],
]

describe('a file', () => {
  it.each(cases)('of %s is refused', async (_what, name, content, code) => {
    const reading = await readFile(name, Buffer.from(content() as string))
    expect(reading).toMatchObject({ status: 'refused', code })
    expect(reading.status === 'refused' && reading.detail).toMatch(/^[A-Z\d].{10,}\.$/)
  })
})

describe('a form', () => {
  const news = sharedNewsroom((fresh) => fresh.keyOf('annotator'))
  const file: Sent = ['a.txt', said]

  it.each<[string, () => Buffer, number, string | undefined, string | undefined]>([
    ['without files', () => formOf([], { publisher: 'X' }), 400, '/files', 'empty'],
    ['with nothing', () => Buffer.alloc(0), 400, undefined, undefined],
    ['with an unknown field', () => formOf([file], { colour: 'red' }), 400, '/colour', 'unknown_field'],
    ['with files under another name', () => formOf([file], {}, 'file'), 400, '/file', 'unknown_field'],
    ['with a text for a file', () => formOf([], { files: 'text' }), 400, '/files', 'not_a_file'],
    ['with a bad date', () => formOf([file], { publishedAt: '6 May' }), 400, '/publishedAt', undefined],
    ['with a bad language', () => formOf([file], { language: 'the Queen’s' }), 400, '/language', undefined],
    ['with a blank publisher', () => formOf([file], { publisher: ' ' }), 400, '/publisher', 'too_small'],
    ['with NUL', () => formOf([file], { publisher: 'a\0b' }), 400, '/publisher', 'nul_character'],
    [
      'with a field without end',
      () => formOf([file], { publisher: 'x'.repeat(5000) }),
      400,
      '/publisher',
      'too_big',
    ],
    ['that is cut', () => formOf([file, file]).subarray(0, -40), 400, '', 'broken_form'],
    [
      'of more than 200 files',
      () => formOf(Array.from({ length: 201 }, () => file)),
      413,
      undefined,
      undefined,
    ],
  ])('%s is refused, and nothing is stored', async (_what, body, status, pointer, code) => {
    const before = await news().rows()
    expectRefused(await news().post('/v1/articles/files', 'annotator', body(), FORM), {
      status,
      pointer,
      code,
    })
    expect(await news().rows()).toEqual(before)
  })

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'x'],
    ['multipart/mixed; boundary=b', 'x'],
    ['', ''],
  ])('of the media type "%s" is refused', async (type, body) => {
    const answer = await news().post(
      '/v1/articles/files',
      'annotator',
      body,
      type ? { 'content-type': type } : {},
    )
    expectRefused(answer, { status: type === 'multipart/form-data' ? 400 : 415 })
  })

  it('declared longer than 256 MB is refused before it is read', async () => {
    const headers = { ...FORM, 'content-length': String(256 * 1024 ** 2 + 1) }
    expectRefused(await news().post('/v1/articles/files', 'annotator', formOf([file]), headers), {
      status: 413,
    })
  })
})
