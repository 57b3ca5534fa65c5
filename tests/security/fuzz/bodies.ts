// Bodies of odd requests: JSON, lines, forms and files, right, bent and broken.

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import type { Document, Operation } from '../../../src/http/document/shape.ts'
import { bent, broken, jsonBytes } from './odd.ts'
import { idToken, valueFor } from './values.ts'

export interface Sent {
  readonly as: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Buffer | undefined
}

type Body = Pick<Sent, 'headers' | 'payload'>

const BOUNDARY = 'xXx-odd-xXx'

/** Pieces from which files of any kind are put together. */
const SNIPPETS = [
  'Kestrel Mail contests order\n\n“It is ours,” said Ines Calder.\n',
  '<html><title>x</title><p>“It is ours,” said Ines Calder.</p>',
  '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>',
  'From: a@courier.example\r\nSubject: x\r\n\r\nHello',
  '{"record":"article","article":{"id":"art_x"}}\n',
  '{"@context":"http://www.w3.org/ns/anno.jsonld","items":[{"id":1}]}',
  '[{"data":{"text":"x"},"annotations":[{"result":[{"value":{"start":-5,"end":1e9}}]}]}]',
  'article,quote\n~~art.1~~,letters\n"x,y\n',
  'article,article,quote\n\n,,,,\n',
  '\0\ufffd\u202e',
]

const file = fc
  .tuple(fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 4 }), fc.nat(15), fc.nat(10_000))
  .map(([parts, way, at]) => broken(Buffer.from(parts.join('')), way, at))

const zip = fc.tuple(fc.array(file, { maxLength: 3 }), fc.nat(9), fc.nat(10_000)).map(([files, way, at]) => {
  const entries = files.flatMap((one, i) => [
    [`${['a', '../a', '/etc/a'][i]}.txt`, new Uint8Array(one)] as const,
    [`a${i}.ann`, strToU8(`T1\tContent ${i} 99999\tx\nA1\tPosition_x T1 y\nT1\t\n`)] as const,
  ])
  return broken(Buffer.from(zipSync(Object.fromEntries(entries))), way, at)
})

const form = fc
  .array(fc.tuple(fc.constantFrom('files', 'files', 'publisher', 'publishedAt', 'language', 'x', ''), file), {
    maxLength: 4,
  })
  .map((parts) =>
    Buffer.concat([
      ...parts.flatMap(([name, bytes], i) => [
        Buffer.from(
          `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${name === 'files' ? `; filename="f${i}.txt"` : ''}\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(parts.length === 3 ? '' : `--${BOUNDARY}--\r\n`),
    ]),
  )

const lines = (line: fc.Arbitrary<Buffer>) =>
  fc.array(line, { maxLength: 5 }).map((all) => Buffer.concat(all.flatMap((one) => [one, Buffer.from('\n')])))

/** The document's own example, of things that are here: some rules of a body (one of these two fields) no schema tells. */
const likeExample = (example: unknown): fc.Arbitrary<unknown> =>
  fc.nat(1000).map((n) => {
    const text = JSON.stringify(example)
      .replace(/\b([a-z]{3})_[0-9a-z]{26}\b/g, (_, kind: string) => idToken(kind, n))
      .replace(/Kestrel/g, `Kestrel ${n}`)
    return JSON.parse(text)
  })

/** The media types that the document names; what an import reads is in its address alone. */
function bytesOf(type: string, operation: Operation, document: Document): fc.Arbitrary<Buffer> {
  const { schema = {}, example } = operation.requestBody?.content[type] ?? {}
  if (type === 'application/json')
    return jsonBytes(bent(fc.oneof(valueFor(schema, document), likeExample(example)), 3))
  if (type === 'application/x-ndjson')
    return lines(jsonBytes(bent(fc.oneof(valueFor(schema, document), likeExample(example)), 3)))
  if (type.startsWith('multipart/')) return form
  return type === 'application/zip' ? fc.oneof(zip, file) : file
}

const OTHER_TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'x',
  'multipart/form-data',
  '',
]

export function bodyOf(operation: Operation, document: Document): fc.Arbitrary<Body> {
  const types = Object.keys(operation.requestBody?.content ?? {})
  if (types.length === 0) {
    const none = { headers: {}, payload: undefined }
    const stray = fc.constant({
      headers: { 'content-type': 'application/json' },
      payload: Buffer.from('{"x":1}'),
    })
    return fc.oneof({ weight: 9, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: stray })
  }
  return fc
    .tuple(fc.constantFrom(...types), fc.nat(19), fc.constantFrom(...OTHER_TYPES))
    .chain(([type, odd, other]) =>
      bytesOf(type, operation, document).map((payload) => {
        const sent =
          odd === 0 ? other : type.startsWith('multipart/') ? `${type}; boundary=${BOUNDARY}` : type
        return { headers: { 'content-type': sent }, payload }
      }),
    )
}
