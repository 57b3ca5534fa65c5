// Files taken in: a result each, in order, and one bad file never stops the rest.

import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/articles/schema.ts'
import { expectNoGaps, ok, sharedNewsroom } from '../../support/newsroom.ts'
import { docxOf, mailOf, pdfOf, type Sent, sendFiles } from './making.ts'

const said = (who: string) => `“It is ours,” said ${who}.`
/** Of this process: others may be testing on the same machine. */
const leftOver = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`averment-files-${process.pid}.`))

/** What each is to be answered with: a status, and the code of a problem. */
const files: readonly (readonly [Sent, 'created' | 'duplicate' | 'invalid', string?])[] = [
  [['one.txt', said('Ida Orme')], 'created'],
  [['picture.txt', Buffer.from('89504e470d0a1a0a', 'hex')], 'invalid', 'unknown_type'],
  [['page.html', `<title>Two</title><p>${said('Ada Pell')}</p><script>x()</script>`], 'created'],
  [['again.txt', said('Ida Orme')], 'duplicate'],
  [['scan.pdf', pdfOf([[], []])], 'invalid', 'no_text_layer'],
  [['report.pdf', pdfOf([[said('Bo Vane')]], '/Title (Three)')], 'created'],
  [['long.txt', 'x'.repeat(20 * 1024 ** 2 + 1)], 'invalid', 'file_too_large'],
  [['memo.docx', docxOf([said('Cy Thorn')])], 'created'],
  [['empty.txt', ''], 'invalid', 'empty'],
  [['note.eml', mailOf(['Subject: Four', 'From: Di Ames <di@x.example>'], said('Di Ames'))], 'created'],
]

describe('files', () => {
  const news = sharedNewsroom((fresh) => fresh.keyOf('annotator'))

  it('of every kind are answered one by one, in order', async () => {
    const before = leftOver()
    const results = await sendFiles(
      news(),
      files.map(([file]) => file),
      { publisher: 'The Courier', publishedAt: '2024-03-05', language: 'en-GB' },
    )
    expect(results.map(({ file, status, problem }) => [file, status, problem?.errors[0]?.code])).toEqual(
      files.map(([[name], status, code]) => [name, status, code]),
    )
    expect(results[3]?.articleId).toBe(results[0]?.articleId)
    expect(results.filter(({ status }) => status === 'created').map((one) => one.claimCount)).toEqual([
      1, 1, 1, 1, 1,
    ])
    expect(leftOver()).toEqual(before)
    await expectNoGaps(news())
  })

  it('that are refused say which, and point at it', async () => {
    const [, result] = await sendFiles(news(), [
      ['a.txt', said('Eb Flint')],
      ['b.txt', ' '],
    ])
    expect(result?.problem).toMatchObject({
      status: 422,
      file: 'b.txt',
      detail: expect.stringMatching(/^b\.txt: /),
      instance: '/v1/articles/files',
      errors: [{ pointer: '/files/1', code: 'empty' }],
    })
  })

  it('give what they say about themselves, unless the form says it for all', async () => {
    const page = (who: string) =>
      `<title>Of ${who}</title><meta name="author" content="Robin Askew"><meta property="og:site_name" content="The Bell"><p>${said(who)}</p>`
    const [first] = await sendFiles(news(), [['dir/p.html', page('Fay Gorse')]])
    const [second] = await sendFiles(news(), [['p.html', page('Gil Heath')]], { publisher: 'The Courier' })
    const article = async (id = '') => ok(await news().get<Article>(`/v1/articles/${id}`))
    expect(await article(first?.articleId)).toMatchObject({
      title: 'Of Fay Gorse',
      byline: 'Robin Askew',
      publisher: 'The Bell',
      text: said('Fay Gorse'),
      metadata: { fileName: 'p.html', fileType: 'html' },
    })
    expect(await article(second?.articleId)).toMatchObject({
      publisher: 'The Courier',
      byline: 'Robin Askew',
    })
  })

  it('may have names of any kind, and none', async () => {
    const results = await sendFiles(news(), [
      ['Zoë’s 报告.txt', said('Hal Ivory')],
      ['../../etc/passwd', said('Ivy Jarrow')],
      ['x'.repeat(300), said('Jo Kemp')],
    ])
    expect(results.map(({ status }) => status)).toEqual(['created', 'created', 'created'])
    expect(results.map(({ file }) => file)).toEqual(['Zoë’s 报告.txt', 'passwd', 'x'.repeat(120)])
  })
})
