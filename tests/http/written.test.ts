// Answers that are written by hand are held to what their route says it sends, as long as tests run.

import { expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { createServer } from '../../src/http/server.ts'

it('lets through what the schema describes, and nothing else', async () => {
  const options = { logger: false, rateLimit: 0, checkAnswers: true, version: '0', publicRead: true } as const
  const app = await createServer({ ...options, callerOf: async () => null })
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => {
    complaint.mockRestore()
    return app.close()
  })
  const response = { 200: z.strictObject({ name: z.string() }).meta({ id: 'Written' }) }
  for (const [operationId, text] of [
    ['right', '{"name":"Ada"}'],
    ['wrong', '{"name":7}'],
    ['more', '{"name":"Ada","age":36}'],
  ] as const) {
    const schema = { operationId, response }
    app.get(`/${operationId}`, { config: { role: 'reader', written: true }, schema }, (_, reply) => {
      reply.header('content-type', 'application/json').send(text)
    })
  }
  const statuses = await Promise.all(
    ['/right', '/wrong', '/more'].map(async (url) => (await app.inject(url)).statusCode),
  )
  expect(statuses).toEqual([200, 500, 500])
})
