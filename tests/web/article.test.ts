// Reading an article with its claims in place, adding to them and correcting them, with a real browser.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article, Claim } from '../../openapi/client/index.ts'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { type Service, service, visit } from './support/visit.ts'

const LETTERS = `FERNHILL – The posts were in court on Monday.

“The letters belong to whoever wrote them,” said Ines Calder, counsel for Kestrel Mail. “A postman does not own what he carries.”

The ministry said the messages were records of the company. Nobody else spoke.`

/** Words that would do something, were they ever taken for more than words; two directions; and more than one code unit. */
const ODD = `<script>document.title = 'run'</script><img src="x" onerror="document.title = 'run'"> 😀

“The letters 😀 are <b>theirs</b>,” said Ines Calder, counsel for Kestrel Mail.

דוברת הדואר אמרה 👩‍👩‍👧 כי המכתבים שייכים לכותביהם. &amp; {{ 7 * 7 }}`

/** Selects words of the text as a hand would. */
const select = (page: Page, words: string) =>
  page.evaluate(`(() => {
    for (const piece of document.querySelectorAll('.article [data-start]')) {
      const node = piece.firstChild
      const at = node.data.indexOf(${JSON.stringify(words)})
      if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
    }
    throw new Error('These words are not in one piece.')
  })()`)

describe.skipIf(chromiumPath === null)('an article', () => {
  let served: Service
  let key = ''
  beforeAll(async () => {
    served = await service()
    key = (await served.admin.createAnnotator({ body: { name: 'Ada' } })).key
  })
  afterAll(() => served.close())

  const stored = async (title: string, text: string): Promise<[Article, readonly Claim[]]> => {
    const article = await served.admin.createArticle({ body: { title, text } })
    return [article, await claimsOf(article)]
  }
  const claimsOf = async ({ id }: Pick<Article, 'id'>) =>
    (await served.admin.listClaimsOfArticle({ path: { id } })).data
  const claim = async ({ id }: Claim) => served.admin.readClaim({ path: { id } })

  it('is found by its words and days, and the address says by which', async () => {
    const { page, complaints } = await visit(served.address, '/articles?publishedTo=2015-12-31')
    await page.locator('.list li').nth(1).waitFor()
    expect(await page.locator('.list li').count()).toBe(2)
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Words').fill('"put the question"')
    await page.getByLabel('Words').press('Enter')
    await page.locator('.list li').nth(1).waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('q')).toBe('"put the question"')
    await page.getByRole('link', { name: /Whose emails are they/ }).click()
    await page.getByRole('heading', { level: 1, name: /Whose emails are they/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('has its claims marked in place; one in the address is open, and Back goes back to it', async () => {
    const { data } = await served.admin.listArticles({ query: { q: '"mailbox in Dublin"' } })
    const sample = data[0]
    if (!sample) throw new Error('The sample is not there.')
    const [, , third] = await claimsOf(sample)
    const { page, complaints } = await visit(served.address, `/articles/${sample.id}?claim=${third?.id}`)
    await page.getByRole('region', { name: 'Claim 3' }).waitFor()
    expect(await page.locator('mark.open.part-content').textContent()).toBe(third?.quote)
    expect(await page.getByRole('button', { name: 'Correct' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    if (process.env.SCREENSHOTS) await page.screenshot({ path: 'docs/article.png' })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])

    const sources = await page.locator('mark.part-source').count()
    await page.getByLabel('cue and source of every claim').check()
    expect(await page.locator('mark.part-source').count()).toBeGreaterThan(sources)
    await page.getByRole('link', { name: /^Claim 1:/ }).press('Enter')
    await page.getByRole('region', { name: 'Claim 1' }).waitFor()
    await page.goBack()
    await page.getByRole('region', { name: 'Claim 3' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('is only ever text, in either direction; selected words become a claim at their place', async () => {
    const [article] = await stored('Odd letters <b>here</b>', ODD)
    const { page, complaints } = await visit(served.address, `/articles/${article.id}`, { key })
    const words = page.locator('.article p.words')
    await words.nth(2).waitFor()
    await page.locator('.note').first().waitFor()
    const shown = await page.locator('.article [data-start]').allTextContents()
    expect(shown.join('')).toBe(ODD.replaceAll('\n\n', ''))
    expect(await page.locator('.article :is(script, img, b):not(.article-about b)').count()).toBe(0)
    expect(await page.title()).toBe('Averment')
    expect(await page.evaluate("getComputedStyle(document.querySelectorAll('p.words')[2]).direction")).toBe(
      'rtl',
    )

    const hebrew = 'המכתבים שייכים לכותביהם'
    await select(page, hebrew)
    await page.getByRole('button', { name: 'Add claim' }).waitFor()
    await page.keyboard.press('a')
    await page.getByLabel('Add a speaker').fill('דוברת הדואר')
    await page.getByLabel('Add a speaker').press('Enter')
    await page.getByLabel('Said as').selectOption('denied')
    await page.getByRole('button', { name: 'Add claim' }).click()
    await page.getByRole('button', { name: 'Correct' }).waitFor()
    const added = (await claimsOf(article)).find(({ quote }) => quote === hebrew)
    expect(added).toMatchObject({
      polarity: 'denied',
      content: [{ start: ODD.indexOf(hebrew), exact: hebrew }],
      speakers: [{ name: 'דוברת הדואר' }],
    })
    expect(complaints).toEqual([])
  })

  it('lets the ends of a claim be moved by keys and by hand, and says beside the words what is refused', async () => {
    const [article] = await stored('The posts', LETTERS)
    const exact = '“A postman does not own what he carries.”'
    const first = await served.admin.createClaim({ path: { id: article.id }, body: { exact } })
    const { page } = await visit(served.address, `/articles/${article.id}?claim=${first.id}`, { key })
    await page.getByRole('button', { name: 'Correct' }).click()
    const end = page.getByRole('slider', { name: 'End of the words' }).last()
    await end.focus()
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.piece blockquote').last().textContent()).toMatch(/what he $/)
    await page.keyboard.press('ArrowLeft')
    await select(page, 'the messages were records')
    await page.getByRole('button', { name: 'Belongs to it too' }).click()
    await select(page, 'messages')
    await page.getByRole('button', { name: 'Belongs to it too' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.words-in-hand').getByText('Two spans of one part overlap.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove' }).last().click()

    const handle = page.getByRole('slider', { name: 'End of the words' }).last()
    const from = await handle.boundingBox()
    if (!from) throw new Error('There is nothing to drag.')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 120, from.y + from.height / 2, { steps: 3 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Save and confirm' }).click()
    await page.getByRole('button', { name: '✓ Confirmed' }).waitFor()
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2')
    const { content, status } = await claim(first)
    expect(status).toBe('confirmed')
    expect(content[0]?.exact).toBe('“A postman does not own what he')
    expect(content[1]?.exact).toMatch(/^the messages were records of the( \w+)*$/)
    for (const { start, end: until, exact } of content) expect(LETTERS.slice(start, until)).toBe(exact)
  })

  it('shows both states when somebody else was first, and loses nothing of either', async () => {
    const [article, [first]] = await stored('The posts again', `${LETTERS} Again.`)
    if (!first) throw new Error('No claim was found.')
    const { page } = await visit(served.address, `/articles/${article.id}?claim=${first.id}`, { key })
    await page.getByRole('button', { name: 'Correct' }).click()
    await page.getByLabel('Add a speaker').fill('Calder')
    await page
      .getByRole('option', { name: /^Ines Calder/ })
      .first()
      .waitFor()
    await page.getByLabel('Add a speaker').fill('Orla Finch')
    await page.getByRole('option', { name: /a new speaker/ }).click()
    await served.admin.readClaim({ path: { id: first.id } })
    await served.admin.updateClaim({ path: { id: first.id }, body: { polarity: 'questioned' } })
    await page.getByText('Somebody else has changed this claim').waitFor()
    const rows = await page.locator('.overtaking tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['Said by', 'Ines Calder, Orla Finch', 'Ines Calder'],
      ['Polarity', 'asserted', 'questioned'],
    ])
    await page.getByRole('button', { name: 'Go on with mine' }).click()
    expect(await page.getByLabel('Said as').inputValue()).toBe('questioned')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Correct' }).waitFor()
    const { polarity, speakers } = await claim(first)
    expect(polarity).toBe('questioned')
    expect(speakers.map(({ name }) => name)).toEqual(['Ines Calder', 'Orla Finch'])
  })

  it('confirms nothing that one has not seen, even where no news of others arrives', async () => {
    const [article, [first]] = await stored('The posts, unseen', `${LETTERS} Unseen.`)
    if (!first) throw new Error('No claim was found.')
    const { page } = await visit(served.address, '/articles', { key })
    await page.route('**/v1/changes/stream*', (route) => route.abort())
    await page.goto(`${served.address}/articles/${article.id}?claim=${first.id}`)
    await page.getByRole('button', { name: '✓ Confirm' }).waitFor()
    await served.admin.readClaim({ path: { id: first.id } })
    await served.admin.updateClaim({ path: { id: first.id }, body: { polarity: 'denied' } })
    await page.getByRole('button', { name: '✓ Confirm' }).click()
    await page.getByText('Somebody else has changed this claim').waitFor()
    await page.getByRole('button', { name: 'Take theirs' }).click()
    await page.getByText('quoted, denied').waitFor()
    expect((await claim(first)).status).toBe('proposed')
  })

  it('is where a claim is placed, and rejected claims are out of sight until asked for', async () => {
    const [article, [first]] = await stored('The posts once more', `${LETTERS} Once more.`)
    if (!first) throw new Error('No claim was found.')
    const { page } = await visit(served.address, `/articles/${article.id}?claim=${first.id}`, { key })
    await page.getByLabel(/^Why/).fill('Whoever wrote them owns them.')
    await page.getByRole('button', { name: 'Personal documents' }).click()
    await page.getByText('by people', { exact: false }).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    const { data: tags } = await served.admin.listTagsOfClaim({ path: { id: first.id } })
    expect(tags.find(({ annotator }) => annotator.name === 'Ada')?.rationale).toBe(
      'Whoever wrote them owns them.',
    )
    await page.getByRole('heading', { name: /^Claim 1/ }).focus()
    await page.keyboard.press('j')
    await page.getByRole('region', { name: 'Claim 2' }).waitFor()
    await page.keyboard.press('1')
    await page.locator('.tag-form button[aria-pressed=true]').waitFor()
    await page.keyboard.press('k')
    await page.getByRole('region', { name: 'Claim 1' }).waitFor()
    await page.keyboard.press('x')
    await page.getByRole('button', { name: '✕ Rejected' }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('link', { name: /^Claim 1:/ }).waitFor({ state: 'detached' })
    await page.getByLabel('1 rejected').check()
    await page.getByRole('link', { name: /^Claim 1:/ }).waitFor()
  })
})
