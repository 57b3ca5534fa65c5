// The API document is the one in the repository, whichever route was changed last; and there is a page to read it.

import type { OpenAPIV3_1 } from 'openapi-types'
import { describe, expect, it } from 'vitest'
import { asOpenApi30, type Document } from '../../src/http/document/index.ts'
import { sharedNewsroom } from '../support/newsroom.ts'
import { kept } from './kept.ts'

const news = sharedNewsroom(async ({ get }) => (await get<OpenAPIV3_1.Document>('/openapi.json')).body)

/** Tests build a service of version 0.0.0. */
const unversioned = ({ info, ...rest }: Document) => ({ ...rest, info: { ...info, version: '' } })

describe('the API document', () => {
  const served = () => unversioned(news().given as unknown as Document)

  it('is the one in the repository; after a change of a route run `npm run openapi`', () => {
    expect(served()).toEqual(unversioned(kept('openapi.json')))
  })

  it('stands there for OpenAPI 3.0 as well', () => {
    expect(asOpenApi30(served())).toEqual(unversioned(kept('openapi-3.0.json')))
  })

  it('is shown by a page that loads nothing from elsewhere', async () => {
    const page = await news().get('/docs')
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//)
    // What stands between script tags would be refused by the policy.
    expect(page.text).not.toMatch(/<script(?![^>]*src=)[^>]*>|<style|\son\w+="/)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https:|upgrade-insecure/)
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-initializer.js'])
      expect((await news().get(`/docs/static/${file}`)).status).toBe(200)
  })
})
