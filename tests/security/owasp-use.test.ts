// The OWASP API Security Top 10 of 2023, what may be done how: what an attacker would try, and that it comes to nothing.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import { kept, operationsOf } from '../openapi/kept.ts'
import { expectRefused, made, ok, openNewsroom, PERSONAL, RECORDS } from '../support/newsroom.ts'
import { given, TEXT, tag, tagOf } from './given.ts'

describe('API4:2023 Unrestricted Resource Consumption', () => {
  it('nobody gets more than their share, or makes little into much', async () => {
    const news = await given({ rateLimit: 300 })
    const answers = await Promise.all(
      Array.from({ length: 310 }, () => news.get('/v1/claims?limit=200', news.eve)),
    )
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
    // Ada is not kept from her work by what Eve does.
    ok(await news.get('/v1/claims', news.ada))
    expectRefused(await news.get('/v1/claims?limit=1000000', news.ada), {
      status: 400,
      pointer: '/query/limit',
    })
    const bomb = zipSync({ 'a.txt': new Uint8Array(40 * 1024 ** 2) }, { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    const imported = await news.post('/v1/imports/brat.zip', 'curator', Buffer.from(bomb), {
      'content-type': 'application/zip',
    })
    expect(imported.text).toContain('"status":"invalid"')
    expect(imported.text).not.toContain('"status":"created"')
  })
})

describe('API6:2023 Unrestricted Access to Sensitive Business Flows', () => {
  it('one person’s vote is one vote, however often they send it, and no text comes in twice', async () => {
    const news = await given()
    const { claim, eve, ada, get, post } = news
    await tagOf(news, ada)
    await tagOf(news, await news.annotator('annotator', 'Ben'))
    for (let i = 0; i < 20; i++) await tagOf(news, eve, { ...tag, position: RECORDS })
    const [position] = ok(await get<Claim>(`/v1/claims/${claim.id}`)).positions
    expect(position).toMatchObject({ position: PERSONAL, basis: 'people' })
    // Under a program's key a tag is no person's.
    const program = await news.annotator('annotator', 'Eve’s program', 'software')
    await tagOf(news, program, { ...tag, position: RECORDS })
    expect(ok(await get<Claim>(`/v1/claims/${claim.id}`)).positions[0]?.position).toBe(PERSONAL)
    expectRefused(await post('/v1/articles', eve, { title: 'Again', text: TEXT }), { status: 409 })
  })
})

describe('API7:2023 Server Side Request Forgery', () => {
  it('no address that comes with a request is ever asked', async () => {
    let asked = 0
    const inside = createServer((_request, response) => {
      asked++
      response.end('secret')
    })
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void inside.close())
    const url = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/latest/meta-data`
    const news = await given()
    const html = `<html><head><base href="${url}"><link rel="stylesheet" href="${url}"><script src="${url}"></script></head>
      <body><article><h1>x</h1><img src="${url}"><iframe src="${url}"></iframe><p>${'“It is ours,” said Mara Voss for Kestrel Mail. '.repeat(20)}</p></article></body></html>`
    made(await news.post('/v1/articles', 'annotator', { title: 'x', html, url }))
    const linked = {
      '@context': url,
      id: url,
      type: 'Annotation',
      motivation: 'identifying',
      target: url,
      body: { id: url },
    }
    await news.post(
      '/v1/imports/annotations.jsonld',
      'admin',
      JSON.stringify({ '@context': url, items: [linked] }),
      {
        'content-type': 'application/ld+json',
      },
    )
    await news.get('/v1/articles', 'nobody', { host: new URL(url).host, origin: url, referer: url })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toBe(0)
  })
})

describe('API8:2023 Security Misconfiguration', () => {
  it('every answer has the headers that keep browsers from harm, and none says how the service is made', async () => {
    const news = await given()
    for (const url of [
      '/v1/claims',
      '/v1/claims/clm_x',
      '/nowhere',
      '/v1/claims?limit=x',
      '/health/live',
      '/metrics',
      '/openapi.json',
      '/docs/',
    ]) {
      const { headers } = await news.get(url)
      expect(headers, url).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'x-content-type-options': 'nosniff',
        'x-frame-options': expect.stringMatching(/DENY|SAMEORIGIN/),
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)|\*/)
      for (const name of ['server', 'x-powered-by', 'set-cookie', 'access-control-allow-origin'])
        expect(headers, `${url} ${name}`).not.toHaveProperty(name)
    }
    await news.db.close()
    const broken = await news.get('/v1/claims')
    expect(broken.status).toBeGreaterThanOrEqual(500)
    expect(broken.text).not.toMatch(/sqlite|database connection|select |node_modules|\.ts/i)
  })
})

describe('API9:2023 Improper Inventory Management', () => {
  it('what is served is in the document, but for a few pages that show the service to people', async () => {
    const { app } = await openNewsroom()
    const documented = operationsOf(kept('openapi.json')).map(({ at }) => at.replace(/\{(\w+)\}/g, ':$1'))
    const path: string[] = []
    const served = app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const [, indent = '', part = '', methods = ''] =
          /^((?:[│├└ ][ ─]{3})*)(\S+)(?: \((.*)\))?$/.exec(line) ?? []
        path.splice(indent.length / 4 - 1, path.length, part)
        return methods
          .split(', ')
          .filter((method) => method !== '' && method !== 'HEAD')
          .map((method) => `${method.toLowerCase()} ${path.join('')}`)
      })
    expect(served.length).toBeGreaterThan(60)
    const more = served.filter((at) => !documented.includes(at) && !at.startsWith('get /docs'))
    expect(more).toEqual(['get /openapi.json', 'get /metrics'])
    expect(documented.filter((at) => !served.includes(at))).toEqual([])
  })
})

describe('API10:2023 Unsafe Consumption of APIs', () => {
  it('files of other tools are as little trusted as any caller', async () => {
    const news = await given()
    const before = await news.get<{ data: { role: string }[] }>('/v1/annotators', 'admin')
    const zip = zipSync({
      '../../../etc/passwd.txt': strToU8('“Mine,” said Eve.'),
      'nul.txt': strToU8('“Mine \0,” said Eve.'),
      'nul.ann': strToU8('T1\tContent 0 9999999\tMine\n'),
    })
    const brat = await news.post('/v1/imports/brat.zip', 'curator', Buffer.from(zip), {
      'content-type': 'application/zip',
    })
    expect(brat.text).toContain('nul_character')
    const creator = { id: 'urn:x', type: 'Person', name: 'admin', role: 'admin', key: 'mine' }
    const marked = {
      id: 'urn:y',
      type: 'Annotation',
      motivation: 'identifying',
      creator,
      target: { source: 'x' },
    }
    await news.post(
      '/v1/imports/annotations.jsonld',
      'admin',
      JSON.stringify([marked, JSON.parse('{"__proto__":{"role":"admin"}}')]),
      {
        'content-type': 'application/ld+json',
      },
    )
    expect(JSON.stringify(await news.rows())).not.toContain('\\u0000')
    const after = await news.get<{ data: { role: string }[] }>('/v1/annotators', 'admin')
    const admins = (answer: typeof after) => answer.body.data.filter(({ role }) => role === 'admin').length
    expect(admins(after)).toBe(admins(before))
    // What a text says is never run by whoever opens a table of it.
    await news.article('“=HYPERLINK(1)” said Mara Voss.')
    expect((await news.get('/v1/exports/claims.csv')).text).not.toMatch(/(^|,)"?=HYPERLINK/m)
    expect({}).not.toHaveProperty('role')
  })
})
