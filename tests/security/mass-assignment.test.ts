// No body is taken that has a field which its schema does not name: whatever the service decides itself stays its own.

import { describe, expect, it } from 'vitest'
import { type Operation, resolved, type Schema } from '../../src/http/document/shape.ts'
import { kept, operationsOf } from '../openapi/kept.ts'
import { openNewsroom, sharedNewsroom } from '../support/newsroom.ts'

const document = kept('openapi.json')
const OWN = [
  'id',
  'createdAt',
  'createdBy',
  'role',
  'key',
  'annotatorId',
  'annotator',
  'status',
  'basis',
  'revision',
]

const bodyOf = (operation: Operation) => Object.entries(operation.requestBody?.content ?? {})[0]
const writes = operationsOf(document).flatMap(({ at, operation }) => {
  const [type, media] = bodyOf(operation) ?? []
  return type && /json/.test(type) && media?.schema?.type !== 'string' && !isFile(media?.schema)
    ? [{ at, type, example: media?.example as object, schema: media?.schema as Schema }]
    : []
})

function isFile(schema: Schema | undefined): boolean {
  return schema !== undefined && resolved(schema, document).format === 'binary'
}

describe('every body', () => {
  it('is closed: it and all that it holds, but for metadata', () => {
    const open: string[] = []
    const walk = (given: Schema, at: string, seen: readonly string[]) => {
      if (given.$ref !== undefined && seen.includes(given.$ref)) return
      const within = given.$ref === undefined ? seen : [...seen, given.$ref]
      const schema = resolved(given, document)
      for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
        walk(one, at, within)
      if (schema.items) walk(schema.items, `${at}/[]`, within)
      const isMap = typeof schema.additionalProperties === 'object' && !schema.properties
      if (schema.type === 'object' && schema.additionalProperties !== false && !isMap) open.push(at)
      for (const [name, one] of Object.entries(schema.properties ?? {})) walk(one, `${at}/${name}`, within)
    }
    for (const { at, schema } of writes) walk(schema, at, [])
    expect(writes.length).toBeGreaterThan(15)
    expect(open).toEqual([])
  })

  const news = sharedNewsroom(async (room) => room.keyOf('curator'))

  it.each(writes)(
    '$at takes none of what is not the caller’s to say',
    async ({ at, type, example, schema }) => {
      const named = Object.keys(resolved(schema, document).properties ?? {})
      const before = await news().rows()
      const [method = '', path = ''] = at.split(' ')
      const url = path.replace(/\{[^}]+\}/g, 'x_1')
      const headers = { 'content-type': type, 'if-match': '*' }
      for (const field of OWN.filter((name) => !named.includes(name))) {
        const body = JSON.stringify({ ...example, [field]: 'mine' })
        const answer = await news().send<unknown>(method.toUpperCase() as 'POST', url, 'admin', {
          body,
          headers,
        })
        const refusal = type === 'application/json' ? answer.text : (answer.text.split('\n')[0] ?? '')
        expect(refusal, `${at} ${field}`).toContain(`"/${field}","code":"unknown_field"`)
      }
      expect(await news().rows()).toEqual(before)
    },
  )
})

it('a reader’s key cannot make itself more, by any field or header', async () => {
  const news = await openNewsroom()
  const { id, key } = await news.annotator('reader', 'Mallory')
  const headers = { 'x-role': 'admin', 'x-http-method-override': 'PATCH', 'if-match': '*' }
  await news.send('PATCH', `/v1/annotators/${id}`, { key }, { body: { role: 'admin' }, headers })
  await news.send('POST', `/v1/annotators/${id}`, { key }, { body: { role: 'admin' }, headers })
  expect((await news.get<{ role: string }>(`/v1/annotators/${id}`, 'admin')).body.role).toBe('reader')
})
