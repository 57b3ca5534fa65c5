// Where people differ, in a real browser: the figures, the tags side by side, a ruling seen at once by somebody else.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confusionCells, shadeOf } from '../../src/web/views/curate/figures.ts'
import { axeFindings } from './support/axe.ts'
import { chromiumPath } from './support/chromium.ts'
import { ADMIN_KEY, type Service, service, visit } from './support/visit.ts'

const question = 'business-records-vs-personal-documents'

describe('figures', () => {
  it.each([
    [0, 10, 0],
    [1, 100, 1],
    [50, 100, 2],
    [100, 100, 4],
    [0, 0, 0],
  ])('%i of %i is shade %i', (count, most, shade) => {
    expect(shadeOf(count, most)).toBe(shade)
  })

  it('makes the square whole, and shades disagreement by itself', () => {
    const cells = confusionCells(['a', 'b', 'c'], {
      a: { a: 90, b: 4 },
      b: { a: 4, b: 30, c: 1 },
      c: { b: 1 },
    })
    expect(cells.map((row) => row.map(({ pairs, shade }) => `${pairs}/${shade}`))).toEqual([
      ['90/4', '4/4', '0/0'],
      ['4/4', '30/1', '1/1'],
      ['0/0', '1/1', '0/0'],
    ])
  })
})

describe.skipIf(chromiumPath === null)('curation', () => {
  let served: Service
  /** A claim that two annotators place differently. */
  let divided: { id: string; quote: string }
  beforeAll(async () => {
    served = await service()
    const { data: claims } = await served.admin.listClaims({ query: { question, limit: 6 } })
    const [first] = claims
    if (!first) throw new Error('The samples have no claims.')
    divided = first
    const choices = {
      Ann: [
        'business-records',
        'business-records',
        'personal-documents',
        'off-question',
        'off-question',
        'ambivalent',
      ],
      Bo: [
        'personal-documents',
        'business-records',
        'personal-documents',
        'off-question',
        'ambivalent',
        'ambivalent',
      ],
    }
    for (const [name, positions] of Object.entries(choices)) {
      const { key } = await served.admin.createAnnotator({
        body: { name, kind: 'person', role: 'annotator' },
      })
      const tags = positions.map((position, index) => ({
        claimId: claims[index]?.id ?? '',
        question,
        position,
        rationale: `${name} reads it so.`,
      }))
      const lines = tags.map((tag) => JSON.stringify(tag)).join('\n')
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
      const sent = await fetch(`${served.address}/v1/tags/batch`, { method: 'POST', headers, body: lines })
      expect(await sent.text()).not.toContain('"invalid"')
    }
  })
  afterAll(() => served.close())

  it('shows agreement with its interval, by position, as a map, and what divides people', async () => {
    const { page, complaints } = await visit(served.address, '/curate')
    await page.getByText('6 claims that at least two of 2 annotators tagged').waitFor()
    const agreement = await served.admin.readAgreement({ path: { slug: question } })
    const alpha = agreement.krippendorffAlpha.value?.toFixed(2) ?? 'none'
    expect(await page.locator('.measures .figures').innerText()).toContain(alpha)
    expect(await page.locator('.confusion td.number').count()).toBe(agreement.positions.length ** 2)
    expect(await page.locator('.divided li').count()).toBe(2)
    expect(await page.getByRole('button', { name: /Business records/ }).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has nothing that axe would find, in %s', async (colorScheme) => {
    const path = `/curate?claim=${divided.id}`
    const { page } = await visit(served.address, path, { key: ADMIN_KEY, colorScheme })
    await page.locator('.divided li').first().waitFor()
    await page.locator('.side-by-side').waitFor()
    expect(await axeFindings(page)).toEqual([])
    if (process.env.SCREENSHOTS && colorScheme === 'light')
      await page.screenshot({ path: 'docs/curate.png', fullPage: true })
  })

  it('rules with one key, seen elsewhere without a reload; dissent stays, and reopening lets the tags speak', async () => {
    const path = `/curate?claim=${divided.id}`
    const watching = await visit(served.address, path)
    await watching.page.locator('.side-by-side').waitFor()
    const { page, complaints } = await visit(served.address, path, { key: ADMIN_KEY })
    await page.getByRole('button', { name: /Personal documents/ }).waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('The letters stay theirs.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('2')
    for (const { page: one } of [watching, { page }]) {
      await one.locator('.rulings .current', { hasText: 'The letters stay theirs.' }).waitFor()
      await one.getByRole('row', { name: /Ann/ }).getByText('dissents').waitFor()
    }
    const claim = await served.admin.readClaim({ path: { id: divided.id } })
    expect(claim.positions[0]).toMatchObject({ position: 'personal-documents', basis: 'ruling' })

    await page.getByRole('button', { name: 'Reopen' }).click()
    await watching.page.locator('.rulings .ended', { hasText: 'reopened' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('does not overrule a ruling that came meanwhile, and shows it beside the refusal', async () => {
    const { page } = await visit(served.address, `/curate?claim=${divided.id}`, { key: ADMIN_KEY })
    await page.getByRole('button', { name: /Ambivalent/ }).waitFor()
    // Another curator rules, and this page does not hear of it in time.
    await page.route('**/rulings?*', (route) => route.abort())
    await served.admin.createRuling({
      path: { id: divided.id },
      body: { question, position: 'business-records', rationale: 'Meanwhile.' },
    })
    await page.getByRole('button', { name: /Ambivalent/ }).click()
    await page.locator('.rule').getByRole('alert').waitFor()
    await page.unroute('**/rulings?*')
    await served.admin.createTag({ path: { id: divided.id }, body: { question, position: 'ambivalent' } })
    await page.locator('.rulings .current', { hasText: 'Meanwhile.' }).waitFor()
    expect(await page.locator('.rule').getByRole('alert').count()).toBe(1)
  })
})
