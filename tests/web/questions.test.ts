// Questions in a real browser: read, written with a look at how claims would fall, and edited by two at once.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDraft, isReadable, sentOf, slugOf } from '../../src/web/views/questions/drafting.ts'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { ADMIN_KEY, type Service, service, visit } from './support/visit.ts'

const shipped = 'business-records-vs-personal-documents'

describe('a draft', () => {
  it.each([
    ['Is it lawful?', 'is-it-lawful'],
    ['  Écoutes & libertés: où?  ', 'ecoutes-libertes-ou'],
    ['法律', ''],
    ['a'.repeat(80), 'a'.repeat(60)],
    [`${'word '.repeat(11)}longer`, Array(11).fill('word').join('-')],
  ])('%j has the slug %j', (words, slug) => {
    expect(slugOf(words)).toBe(slug)
  })

  it('is sent without the sides that are still empty, and with slugs that nobody had to think of', () => {
    const positions = [
      {
        slug: '',
        label: 'Yes, always',
        definition: 'It is so.',
        examples: 'So it is.\n\n Quite. ',
        kind: 'side' as const,
      },
      ...emptyDraft.positions,
    ]
    const sent = sentOf({ ...emptyDraft, text: ' Is it so? ', positions })
    expect(sent).toMatchObject({
      slug: 'is-it-so',
      text: 'Is it so?',
      positions: [{ slug: 'yes-always', label: 'Yes, always', examples: ['So it is.', 'Quite.'] }],
    })
    expect(sent.positions).toHaveLength(1)
    expect(isReadable(sent)).toBe(false)
  })
})

describe.skipIf(chromiumPath === null)('questions', () => {
  let served: Service
  beforeAll(async () => {
    served = await service()
  })
  afterAll(() => served.close())

  it('are read by anybody, and written by curators', async () => {
    const { page, complaints } = await visit(served.address, '/questions')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Are the emails/ })
      .click()
    await page.getByText('the private letters and personal documents').waitFor()
    expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await page.goto(`${served.address}/questions?write=yes`)
    await page.getByRole('heading', { name: 'Questions', exact: true }).waitFor()
    expect(complaints).toEqual([])
  })

  it('show how claims would fall while they are written, and open', async () => {
    const { page } = await visit(served.address, '/questions?write=yes', { key: ADMIN_KEY })
    await page.getByLabel('The question, in one sentence').fill('Does a warrant reach data stored abroad?')
    const [first, second] = [page.locator('.position-fields').nth(0), page.locator('.position-fields').nth(1)]
    await first.getByLabel('Label').fill('It reaches')
    await first
      .getByLabel('When a claim takes it')
      .fill('A court at home may order data produced wherever they are stored.')
    await second.getByLabel('Label').fill('It ends at the border')
    await second
      .getByLabel('When a claim takes it')
      .fill('Data on a server abroad are beyond the reach of a court at home.')
    await page.getByText(/\d+ claims of the newest \d+ articles/).waitFor()
    if (process.env.SCREENSHOTS) await page.screenshot({ path: 'docs/question.png', fullPage: true })
    expect(await axeFindings(page)).toEqual([])
    expect((await served.admin.listQuestions({ query: {} })).data).toHaveLength(1)

    await page.getByRole('button', { name: 'Open the question' }).click()
    await page.getByRole('heading', { level: 1, name: 'Does a warrant reach' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/questions/does-a-warrant-reach-data-stored-abroad')
    await page.locator('header').getByRole('combobox').waitFor()
  })

  it('say beside the form what is refused, and keep what was typed', async () => {
    const { page } = await visit(served.address, '/questions?write=yes', { key: ADMIN_KEY })
    await page.getByLabel('The question, in one sentence').fill('Once more?')
    await page.getByLabel('Its name in addresses').fill(shipped)
    await page.locator('.position-fields').nth(0).getByLabel('Label').fill('Yes')
    await page.getByRole('button', { name: 'Open the question' }).click()
    await page.locator('form').getByRole('alert').waitFor()
    expect(await page.getByLabel('The question, in one sentence').inputValue()).toBe('Once more?')
  })

  it('are not overwritten unseen: somebody else’s change is shown beside one’s own', async () => {
    const path = { slug: shipped }
    const { page } = await visit(served.address, `/questions/${shipped}?edit=yes`, { key: ADMIN_KEY })
    const guidelines = page.getByLabel('Guidelines for those who tag')
    await guidelines.fill('Mine: judge the words.')
    await served.admin.readQuestion({ path })
    await served.admin.updateQuestion({
      path,
      body: { guidelines: 'Theirs: judge the context.', tagsPerClaim: 3 },
    })
    await page.getByText('Somebody else has changed this question').waitFor()
    await page.getByText('Theirs: judge the context.').waitFor()
    expect(await guidelines.inputValue()).toBe('Mine: judge the words.')
    await page.getByRole('button', { name: 'Go on with mine' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.guidelines', { hasText: 'Mine: judge the words.' }).waitFor()
    const { version, tagsPerClaim } = await served.admin.readQuestion({ path })
    expect({ version, tagsPerClaim }).toEqual({ version: 3, tagsPerClaim: 3 })
  })
})
