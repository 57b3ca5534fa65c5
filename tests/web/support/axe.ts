// What axe finds on a page, in words: nothing, it is hoped.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** In the theme the page is in; by every rule of axe but those marked experimental, unless some are named. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated rather than added as a script: the content security policy would refuse that.
  await page.evaluate(source)
  const found = (await page.evaluate(
    `axe.run(${rules ? JSON.stringify({ runOnly: rules }) : ''}).then((result) => result.violations)`,
  )) as Found[]
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}
