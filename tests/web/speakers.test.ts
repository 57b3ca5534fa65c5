// Speakers are found, read, put right and made one, in a real browser.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Averment } from '../../openapi/client/index.ts'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { ADMIN_KEY, type Service, service, visit } from './support/visit.ts'

describe.skipIf(chromiumPath === null)('speakers', () => {
  let served: Service
  beforeAll(async () => {
    served = await service()
  })
  afterAll(() => served.close())

  const idOf = async (name: string): Promise<string> => {
    const { data } = await served.admin.listSpeakers({ query: { q: name, limit: 200 } })
    return data.find((one) => one.name === name)?.id ?? ''
  }

  it('are found by any name, and each has a page', async () => {
    const { page, complaints } = await visit(served.address, '/speakers')
    await page.getByRole('searchbox', { name: 'Name, or part of one' }).fill('microsoft')
    await page
      .getByRole('listitem')
      .filter({ hasText: '12 claims' })
      .getByRole('link', { name: 'Microsoft' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Microsoft' }).waitFor()
    await page.getByRole('img', { name: /^Microsoft: 1 Business records, 7 Personal documents/ }).waitFor()
    await page.getByRole('link', { name: /^September 2015: / }).click()
    await page.getByRole('button', { name: /^September 2015/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('month')).toBe('2015-09')
    await page.getByRole('combobox', { name: 'Said by' }).selectOption('those who speak for them')
    await page.getByRole('article').getByRole('link', { name: 'Joshua Rosenkranz' }).first().waitFor()
    // Nobody who is not a curator is offered to change anything.
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)('have nothing that axe would find, in %s', async (colorScheme) => {
    const path = `/speakers/${await idOf('Microsoft')}`
    const { page } = await visit(served.address, path, { key: ADMIN_KEY, colorScheme })
    await page
      .getByRole('link', { name: /The Averment Gazette/ })
      .first()
      .waitFor()
    await page.getByRole('link', { name: /^September 2015: / }).waitFor()
    if (process.env.SCREENSHOTS && colorScheme === 'light')
      await page.screenshot({ path: 'docs/speaker.png' })
    await page.getByRole('button', { name: 'Edit' }).click()
    expect(await axeFindings(page)).toEqual([])
    if (colorScheme === 'dark') return
    await page.getByRole('button', { name: 'Merge into another' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Microsoft’s general counsel' }).click()
    expect(await axeFindings(page)).toEqual([])
    await page.goto(`${served.address}/speakers`)
    await page.getByRole('listitem').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('are edited by a curator; what others changed meanwhile is shown, and nothing of either is lost', async () => {
    const id = await idOf('Imke Talloway')
    const { page } = await visit(served.address, `/speakers/${id}`, { key: ADMIN_KEY })
    await page.getByRole('button', { name: 'Edit' }).click()
    const form = page.getByRole('form', { name: 'Edit Imke Talloway' })
    await form.getByLabel('Name', { exact: true }).fill('Imke B. Talloway')
    const other = new Averment({ address: served.address, key: ADMIN_KEY })
    const { aliases } = await other.readSpeaker({ path: { id } })
    await other.updateSpeaker({ path: { id }, body: { aliases: [...aliases, 'Judge Talloway'] } })
    await page.getByText('Judge Talloway').first().waitFor()
    await form.getByRole('button', { name: 'Save' }).click()
    const both = form.getByRole('alert')
    await both.getByRole('row', { name: /^Name Imke B\. Talloway Imke Talloway/ }).waitFor()
    await both.getByRole('row', { name: /^Other names .*Judge Talloway/ }).waitFor()
    await both.getByRole('button', { name: 'Go on with mine' }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Imke B. Talloway' }).waitFor()
    const now = await other.readSpeaker({ path: { id } })
    expect(now.name).toBe('Imke B. Talloway')
    expect(now.aliases).toContain('Judge Talloway')
  })

  it('are told in the form what the service refuses', async () => {
    const { page } = await visit(served.address, `/speakers/${await idOf('Honor Whitlow')}`, {
      key: ADMIN_KEY,
    })
    await page.getByRole('button', { name: 'Edit' }).click()
    const form = page.getByRole('form', { name: 'Edit Honor Whitlow' })
    await form.getByLabel('Name', { exact: true }).fill('   ')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByRole('alert').waitFor()
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('   ')
  })

  it('are merged after a preview, and a merged address leads on', async () => {
    const [from, into] = [await idOf('Microsoft’s general counsel'), await idOf('Brad Smith')]
    const { page } = await visit(served.address, `/speakers/${from}`, { key: ADMIN_KEY })
    await page.getByRole('button', { name: 'Merge into another' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox', { name: 'Who they really are' }).fill('brad smith')
    await dialog.getByRole('button', { name: 'Brad Smith' }).first().click()
    await dialog.getByText('2 claims; those of both are counted once').waitFor()
    await dialog.getByText('the names Microsoft’s general counsel').waitFor()
    await dialog.getByRole('button', { name: 'Merge into Brad Smith' }).click()
    await page.getByRole('heading', { level: 1, name: 'Brad Smith' }).waitFor()
    expect([into, await idOf('Brad Smith')]).toContain(page.url().split('/').at(-1)?.split('?')[0])
    await page.goto(`${served.address}/speakers/${from}`)
    await page.getByText('The speaker you asked for was merged into this one.').waitFor()
    expect(page.url()).not.toContain(`/speakers/${from}`)
    await page
      .getByText(/Microsoft’s general counsel/)
      .first()
      .waitFor()
  })
})
