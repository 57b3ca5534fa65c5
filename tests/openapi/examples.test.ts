// Every body, answer and required parameter has an example, and every example is what its schema describes.

import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Content } from '../../src/http/document/shape.ts'
import { kept, operationsOf } from './kept.ts'

const document = kept('openapi.json')
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema(document, 'document')

interface Given {
  readonly at: string
  /** Of the schema. */
  readonly pointer: string
  readonly example: unknown
}

const inContent = (content: Content | undefined, at: string, pointer: string): Given[] =>
  Object.entries(content ?? {}).map(([type, media]) => ({
    at: `${at} ${type}`,
    pointer: `${pointer}/content/${type.replace(/\//g, '~1')}/schema`,
    example: media.example,
  }))

const given = [
  ...operationsOf(document).flatMap(({ at, pointer, operation }) => [
    ...inContent(operation.requestBody?.content, `${at} body`, `${pointer}/requestBody`),
    ...Object.entries(operation.responses).flatMap(([status, answer]) =>
      inContent(answer.content, `${at} ${status}`, `${pointer}/responses/${status}`),
    ),
    ...(operation.parameters ?? []).flatMap((one, i) =>
      one.required
        ? [{ at: `${at} ${one.name}`, pointer: `${pointer}/parameters/${i}/schema`, example: one.example }]
        : [],
    ),
  ]),
  ...Object.entries(document.components.responses ?? {}).flatMap(([name, answer]) =>
    inContent(answer.content, name, `/components/responses/${name}`),
  ),
  ...Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    (schema.examples ?? []).map((example) => ({ at: name, pointer: `/components/schemas/${name}`, example })),
  ),
]

describe('examples', () => {
  it('are given for everything', () => {
    expect(given.length).toBeGreaterThan(100)
    expect(given.filter(({ example }) => example === undefined).map(({ at }) => at)).toEqual([])
  })

  it('are what their schemas describe', () => {
    const wrong = given.flatMap(({ at, pointer, example }) => {
      const check = ajv.compile({ $ref: `document#${encodeURI(pointer)}` })
      return check(example) ? [] : [`${at}: ${ajv.errorsText(check.errors)}`]
    })
    expect(wrong).toEqual([])
  })
})
