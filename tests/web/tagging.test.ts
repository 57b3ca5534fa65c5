// Annotators at the desk, in a real browser: by keyboard, two at once, and while the service goes away.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { type Service, service, visit } from './support/visit.ts'

describe.skipIf(chromiumPath === null)('tagging', () => {
  let served: Service
  beforeAll(async () => {
    served = await service()
  })
  afterAll(() => served.close())

  const annotator = async (name: string) => {
    const { id, key } = await served.admin.createAnnotator({
      body: { name, kind: 'person', role: 'annotator' },
    })
    return { id, key }
  }
  const tagsOf = async (annotatorId: string) =>
    (await served.admin.listTags({ query: { annotator: annotatorId, limit: 100 } })).data

  it('is offered to annotators only', async () => {
    const { page } = await visit(served.address, '/tag')
    await page.getByText('Sign in with an annotator').waitFor()
    expect(await page.getByRole('link', { name: 'Tag', exact: true }).count()).toBe(0)
  })

  it('takes ten claims by keyboard alone, with a reason and how sure; undo brings the last one back', async () => {
    const { id, key } = await annotator('Keys Only')
    const { page, complaints } = await visit(served.address, '/tag', { key })
    await page.locator('.in-context mark').first().waitFor()
    if (process.env.SCREENSHOTS) {
      await page.locator('.in-context a').waitFor()
      await page.screenshot({ path: 'docs/tag.png' })
    }
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('r')
    await page.keyboard.type('It names the owner.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('+')
    for (const press of ['1', '2', 'a', 'o', '1', '2', '3', '4', '1', '2']) {
      const before = await page.locator('.in-context').innerText()
      await page.keyboard.press(press)
      await expect.poll(() => page.locator('.in-context').innerText()).not.toBe(before)
    }
    await expect.poll(async () => (await tagsOf(id)).filter(({ current }) => current).length).toBe(10)
    const reasoned = (await tagsOf(id)).find(({ rationale }) => rationale !== null)
    expect(reasoned).toMatchObject({
      rationale: 'It names the owner.',
      confidence: 0.5,
      position: 'business-records',
    })

    await page.keyboard.press('u')
    await expect.poll(async () => (await tagsOf(id)).filter(({ current }) => current).length).toBe(9)
    expect(complaints).toEqual([])
  })

  it('gives two annotators at once what each has not tagged, and neither sees the other', async () => {
    const [ann, bo] = [await annotator('Ann'), await annotator('Bo')]
    const visits = await Promise.all([ann, bo].map(({ key }) => visit(served.address, '/tag', { key })))
    await Promise.all(
      visits.map(async ({ page }) => {
        for (let i = 0; i < 5; i++) {
          await page.locator('.in-context mark').first().waitFor()
          await page.keyboard.press('4')
        }
      }),
    )
    for (const { id } of [ann, bo]) {
      await expect.poll(async () => (await tagsOf(id)).length).toBe(5)
      expect(new Set((await tagsOf(id)).map(({ claimId }) => claimId)).size).toBe(5)
    }
    for (const { page } of visits) expect(await page.locator('.others').count()).toBe(0)
  })

  it('says that the service is away, keeps what was typed, and goes on when it is back', async () => {
    const { id, key } = await annotator('Patient')
    const { page } = await visit(served.address, '/tag', { key })
    await page.locator('.in-context mark').first().waitFor()
    await page.getByLabel('Why, in a line').fill('Kept through it all.')
    await served.stop()
    await page.getByText('The service does not answer').waitFor()
    expect(await page.getByLabel('Why, in a line').inputValue()).toBe('Kept through it all.')
    await served.start()
    await page.getByText('The service does not answer').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Ambivalent' }).click()
    await expect.poll(async () => (await tagsOf(id))[0]?.rationale).toBe('Kept through it all.')
  })

  it('works on a phone', async () => {
    const { key } = await annotator('Thumbs')
    const { page } = await visit(served.address, '/tag', {
      key,
      viewport: { width: 320, height: 640 },
      hasTouch: true,
    })
    await page.locator('.in-context mark').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    const before = await page.locator('.in-context').innerText()
    await page.getByRole('button', { name: 'Off the question' }).tap()
    await expect.poll(() => page.locator('.in-context').innerText()).not.toBe(before)
  })
})
