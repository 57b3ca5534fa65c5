// Over a real socket: what is not HTTP, what is too much of it, and the end of the service.

import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openNewsroom } from '../support/newsroom.ts'

async function listening() {
  const news = await openNewsroom()
  await news.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...news, port: (news.app.server.address() as AddressInfo).port }
}

/** Everything that comes back until the other side hangs up. */
function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('on the wire', () => {
  it.each([
    ['no HTTP', 'HELO example\r\n\r\n', 400, 'malformed'],
    [
      'too many headers',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'header-too-large',
    ],
  ])('%s is a problem like any other', async (_what, text, status, slug) => {
    const { port } = await listening()
    const answer = await exchange(port, text)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toMatch(/application\/problem\+json/)
    expect(JSON.parse(body)).toMatchObject({ type: `/problems/${slug}`, status })
  })

  it('a request in flight is answered while the service closes', async () => {
    const { port, close, keyOf } = await listening()
    const key = await keyOf('annotator')
    const text = `“It is ours,” said Ida Orme. ${'Nothing else. '.repeat(20_000)}`
    const answer = fetch(`http://127.0.0.1:${port}/v1/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'x', text }),
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    const closed = close()
    expect((await answer).status).toBe(201)
    await closed
  })
})
