// The API document describes the service as it is, and the copy in the repository is the one it serves.

import { readFileSync } from 'node:fs'
import type { OpenAPIV3_1 } from 'openapi-types'
import { describe, expect, it } from 'vitest'
import { sharedNewsroom } from '../support/newsroom.ts'

const news = sharedNewsroom(async ({ get }) => (await get<OpenAPIV3_1.Document>('/openapi.json')).body)
const document = () => news().given

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const operations = () =>
  Object.entries(document().paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method]
      return operation ? [{ at: `${method} ${path}`, operation }] : []
    }),
  )

describe('the API document', () => {
  it('is the one in the repository; after a change of a route run `npm run openapi`', () => {
    const kept = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8'))
    const { version: _, ...info } = document().info
    const { version: __, ...keptInfo } = kept.info
    expect({ ...document(), info }).toEqual({ ...kept, info: keptInfo })
  })

  it('gives every operation a name of its own, words, and its answers', () => {
    const found = operations()
    expect(found.length).toBeGreaterThan(30)
    const ids = found.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { at, operation } of found) {
      expect(operation.operationId, at).toMatch(/^[a-z][A-Za-z]+$/)
      expect(operation.summary, at).toBeTruthy()
      expect(operation.description, at).toBeTruthy()
      expect(operation.tags, at).toHaveLength(1)
      expect(
        Object.keys(operation.responses ?? {}).some((status) => /^2/.test(status)),
        at,
      ).toBe(true)
    }
  })

  it('documents the problems of every operation', () => {
    for (const { at, operation } of operations())
      for (const [status, answer] of Object.entries(operation.responses ?? {}))
        if (/^[45]/.test(status))
          expect(
            Object.keys((answer as OpenAPIV3_1.ResponseObject).content ?? {}),
            `${at} ${status}`,
          ).toEqual(['application/problem+json'])
  })

  it('uses every schema it names, and names every schema it uses', () => {
    const used = new Set(
      [...JSON.stringify(document()).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name),
    )
    expect([...used].sort()).toEqual(Object.keys(document().components?.schemas ?? {}).sort())
  })

  it('is shown by a page that loads nothing from elsewhere', async () => {
    const page = await news().get('/docs')
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https:|upgrade-insecure/)
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-initializer.js'])
      expect((await news().get(`/docs/static/${file}`)).status).toBe(200)
  })
})
