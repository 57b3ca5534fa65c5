// What is read from a file: its text, its kind by its content, and what it says about itself.

import { describe, expect, it } from 'vitest'
import { readFile } from '../../../src/intake/files/read.ts'
import { docxOf, mailOf, pdfOf } from './making.ts'

const said = 'Kestrel case\n\n“It is ours,” said Zoë Orme.\n'
const html = (head: string, body = '<p>“It is ours,” said Zoë Orme.</p>') =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`
const windows1252 = (text: string) =>
  Buffer.from(
    [...text].map(
      (letter) => ({ '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 })[letter] ?? letter.charCodeAt(0),
    ),
  )
const bigEndian = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

const cases: readonly (readonly [
  what: string,
  name: string,
  bytes: string | Uint8Array,
  expected: object,
])[] = [
  ['a text', 'a.txt', said, { kind: 'text', text: said, title: 'Kestrel case' }],
  ['a text with a mark', 'a.txt', `\ufeff${said}`, { text: said, title: 'Kestrel case' }],
  ['UTF-16 with its mark', 'a.txt', Buffer.from(`\ufeff${said}`, 'utf16le'), { text: said }],
  ['UTF-16, the other end first', 'a.txt', bigEndian(said), { text: said }],
  ['Windows-1252', 'a.txt', windows1252(said), { text: said }],
  ['a text without a headline', 'the_case.txt', `${'A long line. '.repeat(20)}`, { title: 'the case' }],
  ['a text with lines as mail has', 'a.txt', `From: us\nDate: today\n\n${said}`, { kind: 'text' }],
  ['a page called text', 'a.txt', html('<title>It</title>'), { kind: 'html', title: 'It' }],
  [
    'a page',
    'page.html',
    html(
      `<meta property="og:title" content="Orme’s case"><meta name="author" content="By Robin Askew">
       <meta property="og:site_name" content="The Courier"><link rel="canonical" href="https://courier.example/orme">
       <meta property="article:published_time" content="2024-03-05T09:30:00+0100"><title>Home</title>`,
      '<script>document.write("never")</script><p>“It is ours,” said Zoë Orme.</p><style>p{}</style>',
    ),
    {
      kind: 'html',
      text: '“It is ours,” said Zoë Orme.',
      title: 'Orme’s case',
      byline: 'Robin Askew',
      publisher: 'The Courier',
      publishedAt: '2024-03-05T08:30:00.000Z',
      language: 'en-GB',
      url: 'https://courier.example/orme',
    },
  ],
  [
    'a page with linked data',
    'page.htm',
    html(
      `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle",
        "headline":"Whose letters?","author":[{"name":"Robin Askew"},{"name":"Mo Tarn"}],
        "publisher":{"name":"The Courier"},"datePublished":"2024-03-05"}]}</script><meta name="author" content="x">`,
    ),
    {
      title: 'Whose letters?',
      byline: 'Robin Askew, Mo Tarn',
      publisher: 'The Courier',
      publishedAt: '2024-03-05',
    },
  ],
  [
    'a page with broken linked data',
    'p.html',
    html('<script type="application/ld+json">{</script><title>A</title>'),
    { title: 'A' },
  ],
  [
    'a page that names its encoding',
    'p.html',
    Buffer.concat([
      Buffer.from('<html><meta charset="iso-8859-2"><p>Lech Wa'),
      Buffer.from([0xb3, 0xea]),
      Buffer.from('sa spoke.</p>'),
    ]),
    { text: 'Lech Wałęsa spoke.' },
  ],
  [
    'a PDF',
    'report.pdf',
    pdfOf(
      [['Kestrel case', '"It is ours and our pri-', 'vacy matters," said Ida Orme.'], ['The hearing ends.']],
      "/Title (Orme and others) /Author (Robin Askew) /CreationDate (D:20240305093000+01'00')",
    ),
    {
      kind: 'pdf',
      title: 'Orme and others',
      byline: 'Robin Askew',
      publishedAt: '2024-03-05T08:30:00.000Z',
      text: 'Kestrel case "It is ours and our privacy matters," said Ida Orme.\n\nThe hearing ends.',
    },
  ],
  [
    'a PDF with heads and page numbers',
    'r.pdf',
    pdfOf(
      [1, 2, 3].map((n) => ['The Courier', `Page ${n} was heard by`, `the court.`, `${n}`]),
      '/Title (Microsoft Word - r.docx)',
    ),
    {
      text: expect.stringMatching(/^Page 1 was heard by the court\.\n\nPage 2 [^C]*$/),
      title: expect.stringContaining('Page 1'),
    },
  ],
  [
    'a PDF whose pages say the same',
    'r.pdf',
    pdfOf([1, 2, 3].map((n) => ['“It is ours,” said Bo Vane.', `Page ${n}`])),
    { text: expect.stringMatching(/^(“It is ours,” said Bo Vane\. Page \d\s*){3}$/) },
  ],
  [
    'a PDF called text',
    'a.txt',
    pdfOf([['It is ours.']]),
    { kind: 'pdf', text: 'It is ours.', title: 'It is ours.' },
  ],
  [
    'a Word document',
    'a.docx',
    docxOf(
      ['Kestrel case', '“It is ours,” said Zoë Orme.'],
      '<dc:title>Orme &amp; others</dc:title><dc:creator>Robin Askew</dc:creator><dcterms:created>2024-03-05T08:00:00Z</dcterms:created>',
    ),
    {
      kind: 'docx',
      text: 'Kestrel case\n\n“It is ours,” said Zoë Orme.',
      title: 'Orme & others',
      byline: 'Robin Askew',
      publishedAt: '2024-03-05T08:00:00.000Z',
    },
  ],
  [
    'a Word document without properties',
    'a.docx',
    docxOf(['Kestrel case', 'It is ours.']),
    { title: 'Kestrel case' },
  ],
  [
    'a mail',
    'a.eml',
    mailOf(
      [
        'From: =?utf-8?Q?Zo=C3=AB_Orme?= <zoe@kestrel.example>',
        'Subject: Whose letters?',
        'Date: Tue, 5 Mar 2024 09:30:00 +0100',
        'Organization: Kestrel Mail',
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      '"It is ours," said Zo=EB Orme.\n',
    ),
    {
      kind: 'eml',
      text: '"It is ours," said Zoë Orme.',
      title: 'Whose letters?',
      byline: 'Zoë Orme',
      publisher: 'Kestrel Mail',
      publishedAt: '2024-03-05T08:30:00.000Z',
    },
  ],
  [
    'a mail that is a page',
    'a.eml',
    mailOf(
      ['MIME-Version: 1.0', 'Subject: X', 'Content-Type: text/html'],
      '<p>It is ours.</p><script>x()</script>',
    ),
    { kind: 'eml', text: 'It is ours.', title: 'X' },
  ],
]

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? Buffer.from(content) : content

describe('a file', () => {
  it.each(cases)('that is %s is read', async (_what, name, content, expected) => {
    expect(await readFile(name, bytesOf(content))).toMatchObject({ status: 'read', ...expected })
  })

  it('of 500 pages is read in seconds', async () => {
    const line = '"The letters belong to whoever wrote them," said Ines Calder, counsel for Kestrel Mail.'
    const pages = Array.from({ length: 500 }, (_, n) => [
      `Part ${n} begins.`,
      ...Array.from({ length: 8 }, () => line),
    ])
    const from = performance.now()
    const reading = await readFile('long.pdf', pdfOf(pages))
    expect(reading).toMatchObject({ status: 'read', kind: 'pdf' })
    expect(reading.status === 'read' && reading.text.length).toBeGreaterThan(300_000)
    expect(performance.now() - from).toBeLessThan(30_000)
  })
})
