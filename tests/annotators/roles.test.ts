// Who may do what: every route of the contract, role by role.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/http/auth.ts'
import { expectRefused, type openNewsroom, QUESTION, sharedNewsroom } from '../support/newsroom.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Each with the smallest role that gets past the door. What lies behind it is for other tests: here mostly nothing. */
const ROUTES: readonly (readonly [Method, string, Role | 'nobody'])[] = [
  ['POST', '/v1/articles', 'annotator'],
  ['POST', '/v1/articles/batch', 'annotator'],
  ['POST', '/v1/articles/files', 'annotator'],
  ['GET', '/v1/articles', 'reader'],
  ['GET', '/v1/articles/art_x', 'reader'],
  ['PATCH', '/v1/articles/art_x', 'curator'],
  ['DELETE', '/v1/articles/art_x', 'curator'],
  ['POST', '/v1/articles/art_x/reextract', 'curator'],
  ['POST', '/v1/questions/preview', 'curator'],
  ['POST', '/v1/extract', 'reader'],
  ['GET', '/v1/claims', 'reader'],
  ['GET', '/v1/claims/clm_x', 'reader'],
  ['GET', '/v1/articles/art_x/claims', 'reader'],
  ['POST', '/v1/articles/art_x/claims', 'annotator'],
  ['PATCH', '/v1/claims/clm_x', 'annotator'],
  ['GET', '/v1/speakers', 'reader'],
  ['GET', '/v1/speakers/spk_x', 'reader'],
  ['POST', '/v1/speakers', 'curator'],
  ['PATCH', '/v1/speakers/spk_x', 'curator'],
  ['POST', '/v1/speakers/spk_x/merge', 'curator'],
  ['GET', '/v1/questions', 'reader'],
  ['GET', `/v1/questions/${QUESTION}`, 'reader'],
  ['GET', `/v1/questions/${QUESTION}/versions`, 'reader'],
  ['POST', '/v1/questions', 'curator'],
  ['PATCH', '/v1/questions/no-such', 'curator'],
  ['POST', '/v1/claims/clm_x/tags', 'annotator'],
  ['POST', '/v1/tags', 'annotator'],
  ['POST', '/v1/tags/batch', 'annotator'],
  ['GET', '/v1/claims/clm_x/tags', 'reader'],
  ['GET', '/v1/tags', 'reader'],
  ['GET', '/v1/tags/tag_x', 'reader'],
  ['DELETE', '/v1/tags/tag_x', 'annotator'],
  ['POST', '/v1/claims/clm_x/rulings', 'curator'],
  ['GET', '/v1/claims/clm_x/rulings', 'reader'],
  ['GET', '/v1/rulings/rul_x', 'reader'],
  ['POST', '/v1/rulings/rul_x/reopen', 'curator'],
  ['GET', `/v1/positions?question=${QUESTION}`, 'reader'],
  ['GET', `/v1/questions/${QUESTION}/agreement`, 'reader'],
  ['GET', `/v1/questions/${QUESTION}/queue`, 'annotator'],
  ['GET', `/v1/questions/${QUESTION}/progress`, 'annotator'],
  ['GET', `/v1/claims/clm_x/explanation?question=${QUESTION}`, 'reader'],
  ['GET', '/v1/exports', 'reader'],
  ['GET', '/v1/exports/claims.ndjson', 'reader'],
  ['GET', '/v1/exports/claims.csv', 'reader'],
  ['GET', '/v1/exports/annotations.jsonld', 'reader'],
  ['GET', '/v1/exports/training.jsonl', 'reader'],
  ['GET', '/v1/exports/brat.zip', 'reader'],
  ['GET', '/v1/exports/label-studio.json', 'reader'],
  ['GET', '/v1/exports/quotations.jsonld', 'reader'],
  ['GET', '/v1/exports/xaif.json', 'reader'],
  ['POST', '/v1/imports/claims.ndjson', 'admin'],
  ['POST', '/v1/imports/annotations.jsonld', 'admin'],
  ['POST', '/v1/imports/quotations.csv', 'curator'],
  ['POST', '/v1/imports/brat.zip', 'curator'],
  ['POST', '/v1/imports/label-studio.json', 'curator'],
  ['GET', '/v1/changes', 'reader'],
  // Past the end, so that the answer has one.
  ['GET', '/v1/changes/stream?after=999999999', 'reader'],
  ['POST', '/v1/annotators', 'admin'],
  ['GET', '/v1/annotators', 'annotator'],
  ['GET', '/v1/annotators/me', 'annotator'],
  ['GET', '/v1/annotators/ann_x', 'annotator'],
  ['PATCH', '/v1/annotators/ann_x', 'admin'],
  ['POST', '/v1/annotators/ann_x/keys', 'admin'],
  ['GET', '/v1/annotators/ann_x/keys', 'admin'],
  ['DELETE', '/v1/annotators/ann_x/keys/key_x', 'admin'],
  ['POST', '/v1/annotators/ann_x/keys/key_x/rotate', 'admin'],
  ['GET', '/health/live', 'nobody'],
  ['GET', '/health/ready', 'nobody'],
  ['GET', '/metrics', 'nobody'],
  ['GET', '/openapi.json', 'nobody'],
  ['GET', '/docs', 'nobody'],
  ['GET', '/problems/conflict', 'nobody'],
]

const ORDER = ['nobody', 'reader', 'annotator', 'curator', 'admin'] as const

describe.each([true, false])('with PUBLIC_READ=%s', (publicRead) => {
  it.each(ROUTES)('%s %s needs the role %s', async (method, url, needed) => {
    const news = rooms[String(publicRead) as 'true']()
    const before = await news.seq()
    const open = needed === 'nobody' || (needed === 'reader' && publicRead)
    for (const as of ORDER) {
      const body = method === 'POST' || method === 'PATCH' ? { body: {} } : {}
      const answer = await news.send(method, url, as, body)
      if (open || ORDER.indexOf(as) >= ORDER.indexOf(needed)) {
        expect([401, 403, 500], `${as}: ${answer.text}`).not.toContain(answer.status)
      } else {
        expectRefused(answer, { status: as === 'nobody' ? 401 : 403 })
        if (as === 'nobody') expect(answer.headers['www-authenticate']).toBe('Bearer')
      }
    }
    expect(await news.seq()).toBe(before)
  })
})

const withRoles = async (news: Awaited<ReturnType<typeof openNewsroom>>) => {
  for (const role of ['reader', 'annotator', 'curator'] as const) await news.keyOf(role)
}
const rooms = { true: sharedNewsroom(withRoles), false: sharedNewsroom(withRoles, { publicRead: false }) }

it('every route of the contract is in the table, and ROLES.md is the table', () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
  const { paths } = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, object> }
  const rows = Object.entries(paths).flatMap(([path, methods]) => {
    const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
    return Object.keys(methods).map((name) => {
      const method = name.toUpperCase()
      const route = ROUTES.find(([its, url]) => its === method && pattern.test(url.split('?')[0] ?? ''))
      return `| \`${method} ${path}\` | ${route?.[2] ?? 'in no table'} |`
    })
  })
  expect(read('ROLES.md').match(/^\| `.*$/gm)).toEqual(rows.sort())
})
