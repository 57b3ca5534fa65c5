// What those who run the service ask it.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  until,
} from '../support/newsroom.ts'

describe('health', () => {
  it('is well while the database answers', async () => {
    const { get } = await openNewsroom()
    for (const url of ['/health/live', '/health/ready']) expect(ok(await get(url))).toEqual({ status: 'ok' })
  })

  it('is alive and not ready once it does not', async () => {
    const { get, db } = await openNewsroom()
    await db.close()
    expect((await get('/health/live')).status).toBe(200)
    const answer = await get('/health/ready')
    expectRefused(answer, { status: 503 })
    expect(answer.headers['retry-after']).toBe('1')
  })
})

describe('metrics', () => {
  it('count requests by route and status, not by address', async () => {
    const { get } = await openNewsroom()
    for (const id of ['art_a', 'art_b', 'art_c']) await get(`/v1/articles/${id}`)
    await get('/nowhere')
    const answer = await get('/metrics')
    expect(answer.headers['content-type']).toMatch(/^text\/plain/)
    const line = (labels: string) => `http_request_duration_seconds_count{${labels}}`
    expect(answer.text).toContain(`${line('method="GET",route="/v1/articles/:id",status="404"')} 3`)
    expect(answer.text).toContain(`${line('method="GET",route="unknown",status="404"')} 1`)
    expect(answer.text).not.toContain('art_a')
    expect(answer.text).toMatch(/^averment_info{version="0.0.0"} 1$/m)
    // When a key was last used is written on the side.
    await until(async () => /^averment_writes_waiting 0$/m.test((await get('/metrics')).text))
  })

  it('tell whether the service is well, how long commits take and what waits', async () => {
    const news = await openNewsroom({ learnAfter: 3_600_000 })
    const { claims } = await news.article('“They are papers,” said Mara Voss.')
    const numbers = async () => {
      const { text } = await news.get('/metrics')
      return (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    }
    const early = await numbers()
    expect(early('averment_database_up')).toBe(1)
    expect(early('averment_placing_claims_left')).toBe(0)
    expect(early('averment_learning_behind_seconds')).toBe(0)
    expect(early('http_requests_in_flight')).toBe(1)
    const tag = { question: QUESTION, position: PERSONAL }
    made(await news.post(`/v1/claims/${first(claims).id}/tags`, 'annotator', tag))
    const late = await numbers()
    expect(late('averment_learning_behind_seconds')).toBeGreaterThan(0)
    expect(late('averment_commit_duration_seconds_count')).toBeGreaterThan(
      early('averment_commit_duration_seconds_count'),
    )
    await news.db.close()
    expect((await numbers())('averment_database_up')).toBe(0)
  })

  it('do not count what was answered at the door as gone before it came', async () => {
    const origin = 'https://desk.example'
    const { get, send } = await openNewsroom({ allowedOrigins: [origin] })
    const headers = { origin, 'access-control-request-method': 'PATCH' }
    for (let i = 0; i < 3; i++)
      expect((await send('OPTIONS', '/v1/claims', 'nobody', { headers })).status).toBe(204)
    expect((await get('/metrics')).text).toMatch(/^http_requests_in_flight 1$/m)
  })

  it('that README names are there', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const { text } = await (await openNewsroom()).get('/metrics')
    const named = readme.match(/`(averment|http)_\w+`/g) ?? []
    expect(named.length).toBeGreaterThan(8)
    for (const name of named) expect(text).toContain(`# TYPE ${name.slice(1, -1).replace(/_count$/, '')} `)
  })
})
