// What every operation owes its reader, route by route: a route that lacks something is named.

import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/http/document/shape.ts'
import { kept, operationsOf, schemasIn } from './kept.ts'

const document = kept('openapi.json')
const operations = operationsOf(document)
const { responses = {}, schemas } = document.components

const whole = (answer: Answer): Answer => responses[answer.$ref?.split('/').at(-1) ?? ''] ?? answer

/** The operations for which it does not hold. */
const lacking = (holds: (found: (typeof operations)[number]) => boolean) =>
  operations.filter((found) => !holds(found)).map(({ at }) => at)

describe('every operation', () => {
  it('has a name of its own, words, and one group that the document explains', () => {
    expect(operations.length).toBeGreaterThan(45)
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    expect(lacking(({ operation }) => /^[a-z][A-Za-z0-9]+$/.test(operation.operationId ?? ''))).toEqual([])
    expect(lacking(({ operation }) => Boolean(operation.summary && operation.description))).toEqual([])
    expect(lacking(({ operation }) => operation.tags?.length === 1)).toEqual([])
    expect(document.tags?.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([])
  })

  it('says which key it needs', () => {
    expect(lacking(({ operation }) => (operation.security as object[]).length > 0)).toEqual([])
    const open = lacking(
      ({ operation, at }) => at.startsWith('get ') || !JSON.stringify(operation.security).includes('{}'),
    )
    expect(open).toEqual(['post /v1/extract'])
  })

  it('has an answer that succeeds and its problems, each a problem document with an example', () => {
    expect(
      lacking(({ operation }) => Object.keys(operation.responses).some((one) => /^2/.test(one))),
    ).toEqual([])
    for (const status of ['400', '401', '403', '429', '500', '503'])
      expect(lacking(({ operation }) => status in operation.responses)).toEqual([])
    expect(lacking(({ operation, at }) => !at.includes('{') || '404' in operation.responses)).toEqual([])
    expect(
      lacking(
        ({ operation }) =>
          !operation.requestBody || ('413' in operation.responses && '415' in operation.responses),
      ),
    ).toEqual([])
    for (const { at, operation } of operations)
      for (const [status, answer] of Object.entries(operation.responses)) {
        if (!/^[45]/.test(status)) continue
        const media = whole(answer).content?.['application/problem+json']
        expect((media?.example as { status: number } | undefined)?.status, `${at} ${status}`).toBe(
          Number(status),
        )
      }
  })

  it('says how the caller’s rate is limited, with every answer', () => {
    const bare = lacking(({ operation }) =>
      Object.values(operation.responses).every(
        (answer) => 'RateLimit-Limit' in (whole(answer).headers ?? {}),
      ),
    )
    expect(bare).toEqual([])
  })

  it('that changes one thing asks for its ETag, and says what is answered where it is not the last', () => {
    const changes = operations.filter(({ operation }) => '412' in operation.responses)
    expect(changes.length).toBeGreaterThan(4)
    for (const { at, operation } of changes) {
      expect(operation.parameters?.find((one) => one.name === 'If-Match')?.required, at).toBe(true)
      expect(Object.keys(operation.responses), at).toEqual(expect.arrayContaining(['412', '428']))
    }
    const patches = operations.filter(({ at }) => at.startsWith('patch '))
    expect(patches.filter((one) => !changes.includes(one)).map(({ at }) => at)).toEqual([])
  })

  it('that streams names its lines as a schema', () => {
    for (const { at, operation } of operations)
      for (const content of [
        operation.requestBody?.content,
        ...Object.values(operation.responses).map((one) => one.content),
      ])
        for (const [type, media] of Object.entries(content ?? {}))
          if (type === 'application/x-ndjson') expect(media.schema?.$ref, at).toBeDefined()
  })
})

describe('every schema', () => {
  it('is named once, and used', () => {
    const used = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      ([, name]) => name,
    )
    expect([...new Set(used)].sort()).toEqual(Object.keys(schemas).sort())
  })

  it('has bounds: strings, lists and whole numbers', () => {
    const unbounded = schemasIn(document).filter(({ schema }) => {
      const types = [schema.type].flat()
      if (types.includes('string') && !schema.enum && schema.const === undefined)
        return schema.maxLength === undefined
      if (types.includes('array')) return schema.maxItems === undefined
      return types.includes('integer') && (schema.minimum === undefined || schema.maximum === undefined)
    })
    expect(unbounded.map(({ pointer }) => pointer)).toEqual([])
  })

  it('that is one of several says which field tells them apart', () => {
    const unions = Object.entries(schemas).filter(([, { oneOf }]) => oneOf)
    expect(unions.length).toBeGreaterThan(1)
    expect(unions.filter(([, { discriminator }]) => !discriminator).map(([name]) => name)).toEqual([])
  })
})
