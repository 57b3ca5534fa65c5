// Who calls, where proxies stand in between: their word counts where the service was told to trust them, and only there.

import { expect, it, onTestFinished } from 'vitest'
import { createServer } from '../../src/http/server.ts'
import { expectRefused, openNewsroom } from '../support/newsroom.ts'

const said = {
  'x-forwarded-for': '203.0.113.9, 198.51.100.7, 10.1.2.3',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'press.example',
}

async function seen(trustedProxies: readonly string[], remoteAddress: string) {
  const options = {
    logger: false,
    rateLimit: 0,
    checkAnswers: false,
    version: '0',
    publicRead: true,
  } as const
  const app = await createServer({ ...options, trustedProxies, callerOf: async () => null })
  onTestFinished(() => app.close())
  app.get('/', ({ ip, protocol, host }) => ({ ip, protocol, host }))
  return (await app.inject({ url: '/', remoteAddress, headers: { host: 'inside', ...said } })).json()
}

const unbelieved = { protocol: 'http', host: 'inside' }
const believed = { protocol: 'https', host: 'press.example' }

it.each([
  ['nobody trusted', [], '127.0.0.1', { ip: '127.0.0.1', ...unbelieved }],
  ['another trusted', ['10.0.0.0/8'], '127.0.0.1', { ip: '127.0.0.1', ...unbelieved }],
  ['the nearest that is not trusted', ['127.0.0.1'], '127.0.0.1', { ip: '10.1.2.3', ...believed }],
  ['beyond a row of proxies', ['127.0.0.1', '10.0.0.0/8'], '127.0.0.1', { ip: '198.51.100.7', ...believed }],
  ['in IPv6', ['fd00::/8', '10.1.2.3'], 'fd12::1', { ip: '198.51.100.7', ...believed }],
  ['IPv4 within IPv6', ['127.0.0.1', '10.0.0.0/8'], '::ffff:127.0.0.1', { ip: '198.51.100.7', ...believed }],
] as const)('%s', async (_what, trusted, from, expected) => {
  expect(await seen(trusted, from)).toEqual(expected)
})

it('the limit on requests is each caller’s own behind a proxy that is trusted, and the proxy’s behind another', async () => {
  const ask = async (trustedProxies: readonly string[]) => {
    const { get } = await openNewsroom({ rateLimit: 4, trustedProxies })
    const from = (address: string) => get('/v1/questions', 'nobody', { 'x-forwarded-for': address })
    for (let i = 0; i < 4; i++) expect((await from('203.0.113.9')).status).toBe(200)
    return {
      again: await from('203.0.113.9'),
      other: await from('198.51.100.7'),
      lie: await from('1.1.1.1, 203.0.113.9'),
    }
  }
  const apart = await ask(['127.0.0.1'])
  expectRefused(apart.again, { status: 429 })
  expect(apart.other.status).toBe(200)
  expectRefused(apart.lie, { status: 429 })
  const together = await ask([])
  expectRefused(together.other, { status: 429 })
})
