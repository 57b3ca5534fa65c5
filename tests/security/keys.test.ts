// A key is shown once, to whom it is made for; nothing else that the service writes or says has it.

import { expect, it } from 'vitest'
import { isSame } from '../../src/annotators/secret.ts'
import { ADMIN_KEY, expectRefused, made, openNewsroom, QUESTION } from '../support/newsroom.ts'

const encoded = (text: string) => Buffer.from(text).toString('hex').replace(/../g, '%$&')
const partly = (text: string) => encoded(text[0] ?? '') + text.slice(1)
const twice = (text: string) => encoded(text).replaceAll('%', '%25').toUpperCase()

/** As often as it was encoded. */
const decoded = (text: string): string => {
  const next = text.replace(/%([\da-f]{2})/gi, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  )
  return next === text ? text : decoded(next)
}

it('no log, problem, ledger, export, metric or row has a key, wherever it was sent', async () => {
  const lines: string[] = []
  const said: string[] = []
  const news = await openNewsroom({ log: (line) => lines.push(line) })
  const { id, key } = await news.annotator('annotator', 'Ada')
  const more = made(await news.post<{ key: string }>(`/v1/annotators/${id}/keys`, 'admin', {})).key
  const keys = [key, more, ADMIN_KEY]
  const send = async (...request: Parameters<typeof news.send>) => {
    const answer = await news.send(...request)
    said.push(answer.text, JSON.stringify(answer.headers))
    return answer
  }

  await send('POST', '/v1/articles', { key }, { body: { title: 'x', text: '“Ours,” said Ida Orme.' } })
  await send('POST', '/v1/articles', { key }, { body: '{', headers: { 'content-type': 'application/json' } })
  await send('POST', '/v1/questions', { key }, { body: {} })
  for (const url of [
    '/v1/annotators/me',
    `/v1/annotators/${id}`,
    `/v1/annotators/${id}/keys`,
    '/v1/annotators',
  ])
    await send('GET', url, { key: ADMIN_KEY })
  await send('GET', `/v1/questions/${QUESTION}/progress`, { key })
  // Where no key belongs.
  for (const url of [`/v1/articles?key=${key}`, `/v1/articles?${key}=1`, `/v1/articles/${key}`, `/${key}`])
    expect((await send('GET', url)).status).toBeGreaterThanOrEqual(400)
  for (const form of [encoded, partly, twice])
    for (const url of [`/${form(key)}`, `/v1/articles/${form(key)}`])
      expect((await send('GET', url)).status).toBeGreaterThanOrEqual(400)
  await send('GET', '/v1/articles', 'nobody', { headers: { authorization: `Basic ${key}` } })
  await send('GET', '/v1/articles', 'nobody', { headers: { authorization: `Bearer ${key} ${more}` } })
  expectRefused(await send('POST', '/v1/tags', { key }, { body: { [key]: 1, question: key } }), {
    status: 400,
  })
  // And a defect of ours while a key is at hand.
  await news.db.close()
  await send('GET', '/v1/articles', { key })
  for (const url of ['/metrics', '/openapi.json', '/docs/json']) await send('GET', url)

  expect(lines.length).toBeGreaterThan(15)
  for (const secret of keys) {
    expect(lines.filter((line) => decoded(line).includes(secret))).toEqual([])
    expect(said.filter((text) => decoded(text).includes(secret))).toEqual([])
  }
})

it('the ledger, the exports and the database know no key and show no hash', async () => {
  const news = await openNewsroom()
  const { id, key } = await news.annotator('curator', 'Ada')
  const more = made(await news.post<{ id: string; key: string }>(`/v1/annotators/${id}/keys`, 'admin', {}))
  await news.post(`/v1/annotators/${id}/keys/${more.id}/rotate`, 'admin', {}, { 'idempotency-key': 'once' })
  const stored = JSON.stringify(await news.rows())
  const hashes = [...stored.matchAll(/hash\\":\\"([^\\]+)/g)].map((found) => found[1] ?? '')
  expect(hashes.length).toBeGreaterThan(2)
  const shown: string[] = []
  for (const url of [
    '/v1/changes?limit=200',
    '/v1/exports/claims.ndjson',
    '/v1/annotators',
    `/v1/annotators/${id}/keys`,
  ])
    shown.push((await news.get(url, 'admin')).text)
  for (const secret of [key, more.key, ADMIN_KEY]) expect([stored, ...shown].join()).not.toContain(secret)
  for (const hash of hashes) expect(shown.join()).not.toContain(hash)
})

it.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['', '', true],
])('the hashes "%s" and "%s" are the same: %s', (a, b, same) => {
  expect(isSame(a, b)).toBe(same)
})
