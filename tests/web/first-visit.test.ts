// Somebody opens the address that `npm start` prints, for the first time.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { ADMIN_KEY, type Service, service, visit } from './support/visit.ts'

describe.skipIf(chromiumPath === null)('the first visit', () => {
  let served: Service
  beforeAll(async () => {
    served = await service()
  })
  afterAll(() => served.close())

  it('shows the question and who stands where on it', async () => {
    const { page, complaints } = await visit(served.address)
    await page.getByRole('heading', { level: 1, name: /Are the emails/ }).waitFor()
    await page.getByRole('link', { name: 'Department of Justice' }).first().waitFor()
    expect(complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has nothing that axe would find, in %s', async (colorScheme) => {
    const { page } = await visit(served.address, '/', { colorScheme })
    await page.getByRole('link', { name: 'Department of Justice' }).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('signs in with a key that is kept for the tab and stands in no address; a wrong one is refused', async () => {
    const { page } = await visit(served.address)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Your key').fill('no-such-key')
    await page.getByLabel('Your key').press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Your key').fill(ADMIN_KEY)
    await page.getByLabel('Your key').press('Enter')
    await page.getByText('admin', { exact: true }).first().waitFor()
    expect(page.url()).not.toContain(ADMIN_KEY)
    await page.reload()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0)
  })

  it('answers addresses that are no view with a problem document, and assets by their hash for a year', async () => {
    const none = await fetch(`${served.address}/nothing`)
    expect(none.status).toBe(404)
    expect(none.headers.get('content-type')).toContain('problem+json')
    const document = await (await fetch(`${served.address}/`)).text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(document)?.[1] ?? ''
    const answer = await fetch(`${served.address}${script}`, { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/)
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect((await fetch(`${served.address}/assets/nothing.js`)).status).toBe(404)
  })
})
