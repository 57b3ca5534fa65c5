// averment import, as a process of its own: files of every kind, over a network that breaks, and wrong ones named.

import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { docxOf, mailOf, pdfOf } from '../intake/files/making.ts'
import { commandLine } from './command-line.ts'

const { run, folder, url } = commandLine()

const words = (subject: string) => `"${subject}," said Ines Calder, a ferry captain.`
const article = (subject: string) => JSON.stringify({ title: subject, text: words(subject) })

function put(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
  }
}

const rowsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

async function listed(publisher: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${url()}/v1/articles?publisher=${encodeURIComponent(publisher)}`)
  return ((await answer.json()) as { data: Record<string, unknown>[] }).data
}

it('takes files of every kind, names each that is refused, and skips what is there the next time', async () => {
  put({
    'in/a.ndjson': `\ufeff${article('The quay is dry')}\n\nnot json\n{"title":"No text"}\n`,
    'in/b.json': `[${article('The pier is long')}, ${article('The lamp is out')}]`,
    'in/c.html': `<title>Rope</title><p>${words('The rope holds')}</p>`,
    'in/deep/d.txt': Buffer.from(`\ufeffSails\n\n${words('The sail is torn')}`, 'utf16le'),
    'in/deep/e.pdf': pdfOf([['Hulls', '', words('The hull is sound')]], '/Title (Hulls)'),
    'in/deep/f.docx': docxOf(['Masts', words('The mast is down')], '<dc:title>Masts</dc:title>'),
    'in/g.eml': mailOf(
      ['From: Ferry Post <post@ferry.example>', 'Subject: Decks', 'Message-ID: <1@ferry.example>'],
      words('The deck is wet'),
    ),
    // Windows-1252, as old archives have it.
    'in/h.txt': Buffer.from(`Caf\xe9s\n\n${words('The caf\xe9 is open')}`, 'latin1'),
    'in/broken.pdf': '%PDF-1.4\nnothing',
    'in/broken.json': '{"title":',
    'in/k.png': 'left aside',
  })
  const first = await run(['import', 'in', '--publisher', 'The Quay Gazette'])
  expect(first.err.trim().split('\n').sort()).toEqual([
    '1 file in folders left aside: neither articles nor text.',
    expect.stringMatching(/^in\/a.ndjson:3: The body is not JSON: /),
    'in/a.ndjson:4: /text: Give either text or html.',
    expect.stringMatching(/^in\/broken.json: It is not JSON: .*\.$/),
    'in/broken.pdf: It begins as a PDF and is broken: it cannot be opened.',
  ])
  expect(first.out).toMatch(/^9 created, 0 there already, 4 refused, \d+ a second; 9 claims in [\d.]+ s\n$/)
  expect(first.code).toBe(1)
  // The lines of JSON speak for themselves.
  const titles = (await listed('The Quay Gazette')).map(({ title }) => title)
  expect(titles.sort()).toEqual(['Caf\xe9s', 'Decks', 'Hulls', 'Masts', 'Rope', 'Sails'])

  const again = await run(['import', 'in/b.json', 'in/deep', '--json'])
  const rows = rowsOf(again.out)
  expect(
    rows
      .slice(0, -1)
      .map(({ from, status }) => [from, status])
      .sort(),
  ).toEqual([
    ['in/b.json:1', 'duplicate'],
    ['in/b.json:2', 'duplicate'],
    ['in/deep/d.txt', 'duplicate'],
    ['in/deep/e.pdf', 'duplicate'],
    ['in/deep/f.docx', 'duplicate'],
  ])
  expect(rows.at(-1)).toMatchObject({ created: 0, duplicate: 5, invalid: 0 })
  expect(again.code).toBe(0)
})

it('reads a file for extract as it reads it for import', async () => {
  put({ 'hulls.pdf': pdfOf([['Hulls', '', words('The hull is sound')]]), 'empty.pdf': pdfOf([]) })
  const { out } = await run(['extract', 'hulls.pdf', '--json'])
  expect(JSON.parse(out)).toMatchObject({ claims: [{ speakers: [{ name: 'Ines Calder' }] }] })
  const refused = await run(['extract', 'empty.pdf'])
  expect([refused.code, refused.err]).toEqual([2, 'empty.pdf cannot be read: It has no pages.\n'])
})

it('names a file that is no article, by what is in it, and what is wrong with all of them once', async () => {
  put({ 'photo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'empty.txt': '' })
  const { out, code } = await run(['import', 'photo.png', 'empty.txt', '--json'])
  expect(rowsOf(out).slice(0, 2)).toMatchObject([
    { from: 'photo.png', status: 'invalid', problem: { errors: [{ code: 'unknown_type' }] } },
    { from: 'empty.txt', status: 'invalid', detail: 'It is empty.' },
  ])
  expect(code).toBe(1)
  const wrong = await run(['import', 'empty.txt', '--published-at', 'yesterday'])
  expect(wrong.err).toMatch(/^Refused \(400\): \/publishedAt: .*\n0 created, .* Run the same command again/)
  expect(wrong.code).toBe(3)
})

/** Stands between the command and the service. */
async function between(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it.each([
  ['lines', 'ferries.ndjson', /batch$/],
  ['files', 'ferries', /files$/],
])(
  'sends again what a cut connection left open, and loses and doubles nothing: %s',
  async (kind, path, cutAt) => {
    const subjects = Array.from({ length: 40 }, (_, i) => `Ferry ${i} with its ${kind} sails at dawn`)
    if (kind === 'lines') put({ [path]: subjects.map(article).join('\n') })
    else put(Object.fromEntries(subjects.map((subject, i) => [`${path}/${i}.txt`, words(subject)])))
    let asked = 0
    const at = await between((from, to) => {
      const there = request(
        `${url()}${from.url}`,
        { method: from.method, headers: from.headers },
        (answer) => {
          to.writeHead(answer.statusCode ?? 500, answer.headers)
          if (cutAt.test(from.url ?? '') && asked++ === 0)
            answer.once('data', (first) => to.end(first.subarray(0, 100)))
          else answer.pipe(to)
        },
      )
      from.pipe(there)
    })
    const { out, err, code } = await run(['import', path, '--json', '--url', at, '--publisher', kind])
    const summary = rowsOf(out).at(-1) as Record<string, number>
    expect(asked, err).toBeGreaterThan(1)
    expect((summary.created ?? 0) + (summary.duplicate ?? 0)).toBe(40)
    expect(new Set(rowsOf(out).map(({ articleId }) => articleId)).size).toBe(41)
    expect(code).toBe(0)
  },
)

it('says so where something else answers, and waits where it is told to', async () => {
  const page = await between((_, to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'))
  const other = await run(['import', 'examples', '--url', page])
  expect([other.code, other.err]).toEqual([3, 'What answers there is not this service. Is --url right?\n'])

  let busy = 0
  const at = await between((from, to) => {
    if (from.url?.endsWith('/batch') && busy++ === 0) to.writeHead(503, { 'retry-after': '0' }).end()
    else
      from.pipe(
        request(`${url()}${from.url}`, { method: from.method, headers: from.headers }, (answer) =>
          answer.pipe(to.writeHead(answer.statusCode ?? 500, answer.headers)),
        ),
      )
  })
  const waited = await run(['import', 'examples/article.json', '--url', at])
  expect([waited.code, waited.out]).toEqual([0, expect.stringMatching(/^1 created, /)])
})

it('takes a file of another format back in, or says what would become of it', async () => {
  const exported = await run(['export', 'claims.ndjson', '--out', 'all.ndjson'])
  expect(exported.code).toBe(0)
  const again = await run(['import', '--as', 'claims.ndjson', 'all.ndjson'])
  expect(again).toMatchObject({ code: 0, err: '' })
  expect(again.out).toMatch(/^all.ndjson: \d+ unchanged; the format does not bring keys, ledger\n$/)

  put({ 'said.csv': 'article,quote,speaker\nBuoys,the buoy is lit,Ines Calder\nNowhere,nothing,\n' })
  put({ 'buoys.json': JSON.stringify({ title: 'Buoys', text: 'They hold that the buoy is lit.' }) })
  await run(['import', 'buoys.json'])
  const dry = await run(['import', '--as', 'quotations.csv', 'said.csv', '--dry-run'])
  expect(dry.err).toBe(
    'said.csv:3: quotation: There is no article Nowhere. /article: It points at nothing that is here.\n',
  )
  expect(dry.out).toMatch(/^said.csv: 1 created, 1 invalid \(dry run: nothing was stored\); /)
  expect(dry.code).toBe(1)
  const rows = rowsOf((await run(['import', '--as', 'quotations.csv', 'said.csv', '--json'])).out)
  expect(rows).toMatchObject([
    { from: 'said.csv', row: 2, status: 'created' },
    { row: 3, status: 'invalid', problem: { status: 422 } },
    { status: 'done', dryRun: false, counts: { created: 1, invalid: 1 } },
  ])
})

it.each([
  [
    ['all.ndjson'],
    1,
    /^all.ndjson: It is a complete export, no articles: give --as claims.ndjson as well.\n$/,
  ],
  [['--as', 'claims.xml', 'all.ndjson'], 2, /^--as is one of claims.ndjson, .*, not "claims.xml".\n$/],
  [['--as', 'brat.zip', 'nowhere.zip'], 2, /^nowhere.zip cannot be read: .* Nothing was sent.\n$/],
  [['all.ndjson', '--dry-run'], 2, /^--dry-run goes with --as.\n$/],
])('says of import %j what is wrong with it', async (args, code, err) => {
  put({ 'all.ndjson': '{"record":"corpus","format":"averment","version":1}\n' })
  expect(await run(['import', ...args])).toMatchObject({ code, err: expect.stringMatching(err) })
})
