// Every view, for everybody: nothing that axe finds in either theme, no sideways scrolling at 320 px, no complaint, and
// as much script as was promised.

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { ADMIN_KEY, type Service, service, visit } from './support/visit.ts'

describe.skipIf(chromiumPath === null)('every view', () => {
  let served: Service
  const ids = { article: '', claim: '', speaker: '' }
  beforeAll(async () => {
    served = await service()
    const { data } = await served.admin.listClaims({ query: { speaker: 'Microsoft', limit: 1 } })
    const [claim] = data
    ids.claim = claim?.id ?? ''
    ids.article = claim?.articleId ?? ''
    ids.speaker = claim?.speakers[0]?.id ?? ''
  })
  afterAll(() => served.close())

  const settled = async (page: Page) => {
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('.waiting').count(), { timeout: 15_000 }).toBe(0)
  }

  it.each<[string, (known: typeof ids) => string]>([
    ['who stands where', () => '/'],
    ['who stands where, as a table', () => '/?show=table'],
    ['over time', () => '/?by=month'],
    ['by affiliation', () => '/?by=affiliation'],
    ['articles', () => '/articles'],
    ['an article', ({ article }) => `/articles/${article}`],
    ['an article with a claim open', ({ article, claim }) => `/articles/${article}?claim=${claim}`],
    ['speakers', () => '/speakers'],
    ['a speaker', ({ speaker }) => `/speakers/${speaker}`],
    ['adding', () => '/add'],
    ['tagging', () => '/tag'],
    ['curation', () => '/curate'],
    ['a claim before the curator', ({ claim }) => `/curate?claim=${claim}`],
    ['questions', () => '/questions'],
    ['a question', () => '/questions/business-records-vs-personal-documents'],
    ['editing a question', () => '/questions/business-records-vs-personal-documents?edit=yes'],
  ])('%s', async (_name, pathOf) => {
    const { page, complaints } = await visit(served.address, pathOf(ids), { key: ADMIN_KEY })
    await settled(page)
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page, ['color-contrast'])).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    expect(complaints).toEqual([])
  })

  it('comes with at most 150 kB of compressed script at first', async () => {
    const { page } = await visit(served.address)
    await settled(page)
    const loaded = (await page.evaluate(
      'performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).map(({ name }) => new URL(name).pathname)',
    )) as string[]
    const folder = join(import.meta.dirname, '../../dist/web')
    const bytes = loaded.reduce((sum, path) => sum + statSync(join(folder, `${path}.br`)).size, 0)
    expect(loaded.length).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(150_000)
    expect(readdirSync(join(folder, 'assets')).length).toBeGreaterThan(loaded.length)
  })

  it('asks nothing of anybody but the service', async () => {
    const { page } = await visit(served.address)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await page.goto(`${served.address}/curate`)
    await settled(page)
    expect([...new Set(asked)]).toEqual([served.address])
  })
})
