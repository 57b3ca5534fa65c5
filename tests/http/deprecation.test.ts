// An operation on its way out says so: with every answer, refusals too, and in the API document.

import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Document } from '../../src/http/document/index.ts'
import { createServer } from '../../src/http/server.ts'

it('sends since when and until when, and is marked in the document', async () => {
  const options = { logger: false, rateLimit: 0, checkAnswers: true, version: '0', publicRead: true } as const
  const app = await createServer({ ...options, callerOf: async () => null })
  onTestFinished(() => app.close())
  const schema = { operationId: 'old', response: { 200: z.object({}).meta({ id: 'Old' }) } }
  const deprecated = { since: '2027-03-05', sunset: '2028-03-05' }
  app.get('/old', { config: { role: 'reader', deprecated }, schema }, async () => ({}))
  app.get('/new', { config: { role: 'reader' }, schema: { ...schema, operationId: 'new' } }, async () => ({}))
  await app.ready()
  for (const [url, status] of [
    ['/old', 200],
    ['/old?what=1', 400],
  ] as const) {
    const answer = await app.inject(url)
    expect([answer.statusCode, answer.headers.deprecation, answer.headers.sunset]).toEqual([
      status,
      '@1804204800',
      'Sun, 05 Mar 2028 00:00:00 GMT',
    ])
  }
  expect((await app.inject('/new')).headers.deprecation).toBeUndefined()
  const { paths } = app.swagger() as unknown as Document
  expect(paths['/old']?.get).toMatchObject({
    deprecated: true,
    responses: { 200: { headers: { Deprecation: {}, Sunset: {} } } },
  })
  expect(paths['/new']?.get).not.toHaveProperty('deprecated')
})
