// Adding articles on the page: pasted, seen before anything is stored, counted after; and as files.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { type Service, service, visit } from './support/visit.ts'

const QUESTION = 'business-records-vs-personal-documents'
const LETTERS = `FERNHILL – The posts were in court on Monday.

“The emails are the personal documents of whoever wrote them,” said Ines Calder, counsel for Kestrel Mail.

The messages, Calder added, were never the business records of a postman.

“Every message on our machines is a business record of ours,” said Tomas Weir, who speaks for the Fernhill posts.

Judge Ada Quill asked whether a locker makes the landlord its owner. Nobody had an answer.`

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) })

describe.skipIf(chromiumPath === null)('adding articles', () => {
  let served: Service
  let key = ''
  beforeAll(async () => {
    served = await service()
    key = (await served.admin.createAnnotator({ body: { name: 'Ada' } })).key
  })
  afterAll(() => served.close())

  it('shows the claims of a pasted text before it is stored, and who stands where counts them after', async () => {
    const { page, complaints } = await visit(served.address, '/add', { key })
    await page.getByLabel('Text', { exact: true }).fill(LETTERS)
    await page.locator('.preview .note').first().waitFor()
    expect(await page.locator('.preview .note').allInnerTexts()).toContainEqual(
      expect.stringMatching(/Ines Calder\s+quoted/),
    )
    const before = await served.admin.listArticles({ query: { q: 'Fernhill' } })
    expect(before.data).toEqual([])
    await page.getByLabel('Title').fill('Whose letters?')
    await page.getByLabel('Publisher').fill('The Fernhill Courier')
    await page.getByLabel('Published on').fill('2024-03-05')
    if (process.env.SCREENSHOTS) {
      await page.evaluate('document.activeElement.blur(), scrollTo(0, 0)')
      await page.screenshot({ path: 'docs/add.png' })
    }
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Address on the web').fill(`https://courier.example/${'x'.repeat(2000)}`)
    await page.getByRole('button', { name: 'Store', exact: true }).click()
    await page.locator('.url .problem').waitFor()
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe(LETTERS)
    await page.getByLabel('Address on the web').fill('https://courier.example/letters')
    await page.getByRole('button', { name: 'Store', exact: true }).click()
    await page.getByText(/Whose letters\? is stored with \d claims/).waitFor()
    await page.getByRole('link', { name: 'who stands where', exact: true }).click()
    await page
      .getByText(/Ines Calder/)
      .first()
      .waitFor({ state: 'attached' })
    const { data } = await served.admin.listPositions({
      query: { question: QUESTION, groupBy: 'publisher', publisher: 'The Fernhill Courier' },
    })
    expect(data[0]?.counts['personal-documents']).toBeGreaterThan(0)
    // What was refused on the way is reported by the browser too.
    expect(complaints.filter((complaint) => !/status of 400/.test(complaint))).toEqual([])
  })

  it('leads from a text that is there already to the article', async () => {
    await served.admin.createArticle({ body: { title: 'Twice', text: `${LETTERS} Twice.` } })
    const { page } = await visit(served.address, '/add', { key })
    await page.getByLabel('Title').fill('Twice again')
    await page.getByLabel('Text', { exact: true }).fill(`${LETTERS} Twice.`)
    await page.getByRole('button', { name: 'Store', exact: true }).click()
    await page.getByText('This text is stored already.').waitFor()
    await page.getByRole('link', { name: 'Read it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Twice' }).waitFor()
  })

  it('takes files and lines of JSON, and says of each what became of it', async () => {
    const { page } = await visit(served.address, '/add', { key })
    const line = (title: string) => JSON.stringify({ title, text: `“It is ${title},” said Bo Ek.` })
    await page
      .getByLabel('Files of articles')
      .setInputFiles([
        file('storm.txt', 'Storm in Fernhill\n\n“The roof is gone,” said Bo Ek, a baker.\n'),
        file('broken.pdf', '%PDF-1.4 and nothing after it'),
        file('many.ndjson', [line('late'), 'not JSON', '', '{"title":"No text"}', line('late')].join('\n')),
      ])
    expect((await served.admin.listArticles({ query: { q: 'roof' } })).data).toEqual([])
    await page.getByRole('button', { name: 'Store all 3' }).click()
    await page.getByRole('heading', { name: 'Done' }).waitFor()
    await page.getByText('6 of 6 · 2 stored with 2 claims · 1 there already · 3 refused').waitFor()
    const rows = await page.locator('.outcomes tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split(/\s*\t\s*/).slice(0, 2))).toEqual([
      ['broken.pdf', '✕ refused'],
      ['many.ndjson, line 2', '✕ refused'],
      ['many.ndjson, line 4', '✕ refused'],
      ['storm.txt', '✓ stored'],
      ['many.ndjson, line 5', '= there already'],
    ])
    expect(await axeFindings(page)).toEqual([])
  })

  it('lets a reader look what would be found, and offers nothing else', async () => {
    const { page } = await visit(served.address, '/add')
    await page.getByLabel('Text', { exact: true }).fill(LETTERS)
    await page.locator('.preview .note').first().waitFor()
    expect(await page.getByRole('button', { name: 'Store' }).count()).toBe(0)
  })
})
