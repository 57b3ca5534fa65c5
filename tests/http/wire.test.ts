// Over a real socket: what is not HTTP, what is too much of it, and the end of the service.

import { type AddressInfo, connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openNewsroom } from '../support/newsroom.ts'

async function listening() {
  const news = await openNewsroom()
  await news.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...news, port: (news.app.server.address() as AddressInfo).port }
}

/** Everything that comes until the other side hangs up. */
function received(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
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
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const answer = await received(socket)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toMatch(/application\/problem\+json/)
    expect(JSON.parse(body)).toMatchObject({ type: `/problems/${slug}`, status })
  })

  it('a request in flight is answered while the service closes', async () => {
    const { port, close, keyOf } = await listening()
    const key = await keyOf('annotator')
    const body = JSON.stringify({ title: 'x', text: '“It is ours,” said Ida Orme.' })
    const head = [
      'POST /v1/articles HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${key}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    const socket = connect(port, '127.0.0.1')
    const answer = received(socket)
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 20)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const closed = close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.write(body.slice(20))
    expect(await answer).toMatch(/^HTTP\/1.1 201 /)
    await closed
  })

  it('a connection on which nothing was asked does not hold up the end', async () => {
    const news = await listening()
    const socket = connect(news.port, '127.0.0.1')
    const answer = received(socket)
    await new Promise((resolve) => news.app.server.once('connection', resolve))
    await news.app.close()
    expect(await answer).toBe('')
  })
})
