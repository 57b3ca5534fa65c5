// A real service on a free port, and clients of it whose network can be made to misbehave.

import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { Averment, type AvermentOptions } from '../../openapi/client/index.ts'
import type { Role } from '../../src/http/auth.ts'
import type { Newsroom } from '../support/newsroom.ts'

export async function addressOf({ app }: Newsroom): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  // A connection that fetch opened for later, and that never asked anything, would hold the closing up for a minute.
  onTestFinished(() => app.server.closeAllConnections())
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

export async function clientOf(
  news: Newsroom,
  role: Role,
  options: Partial<AvermentOptions> = {},
): Promise<Averment> {
  return new Averment({ address: await addressOf(news), key: await news.keyOf(role), ...options })
}

type Fetch = NonNullable<AvermentOptions['fetch']>

/** Keeps what was sent, as the service got it. */
export function watched(send: Fetch = (request) => fetch(request)): { sent: Request[]; fetch: Fetch } {
  const sent: Request[] = []
  return {
    sent,
    fetch: (request) => {
      sent.push(request.clone())
      return send(request)
    },
  }
}

/** Every request arrives, and every first answer is lost on its way back. */
export function forgetful(): Fetch {
  const seen = new Set<string>()
  return async (request) => {
    const name = `${request.method} ${request.url} ${request.headers.get('idempotency-key')} ${await request.clone().text()}`
    const response = await fetch(request)
    if (seen.has(name)) return response
    seen.add(name)
    await response.body?.cancel()
    throw new TypeError('The connection was lost.')
  }
}

/** Every request arrives; of the first answer in lines so many come back, and half of the next. */
export function cutting(lines: number): Fetch {
  let isCut = false
  return async (request) => {
    const response = await fetch(request)
    if (isCut || !response.headers.get('content-type')?.includes('ndjson')) return response
    isCut = true
    const all = (await response.text()).split('\n')
    const rest = all[lines] ?? ''
    return new Response([...all.slice(0, lines), rest.slice(0, rest.length / 2)].join('\n'), response)
  }
}

/** Every request arrives twice; the caller hears of the second. */
export const doubling: Fetch = async (request) => {
  const first = await fetch(request.clone())
  await first.body?.cancel()
  return fetch(request)
}
