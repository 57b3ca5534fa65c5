// What those who run the service ask it.

import { describe, expect, it } from 'vitest'
import { expectRefused, ok, openNewsroom } from '../support/newsroom.ts'

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
    expect(answer.text).toMatch(/^averment_writes_waiting 0$/m)
  })
})
