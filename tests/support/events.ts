// A reader of server-sent events over a real connection.

import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Change } from '../../src/changes/schema.ts'
import type { Newsroom } from './newsroom.ts'

export interface StreamEvent {
  readonly id: string
  readonly event: string
  readonly data: Change
}

export interface EventReader {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** Waits for that many events more. Throws when the stream ends before. */
  next(n: number): Promise<StreamEvent[]>
  /** The id that a browser would send when it connects again. */
  lastId(): string
  /** Resolves when the service has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Lets the newsroom listen, and gives its address. */
export async function listening({ app }: Newsroom): Promise<string> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

/** Closed after the test. */
export async function openStream(
  news: Newsroom,
  query = '',
  headers: Record<string, string> = {},
): Promise<EventReader> {
  const url = `${await listening(news)}/v1/changes/stream${query}`
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject)
  })
  const events: StreamEvent[] = []
  let lastId = ''
  let given = 0
  let over = false
  let wake = () => {}
  const read = async () => {
    let rest = ''
    for await (const part of answer.setEncoding('utf8')) {
      const blocks = `${rest}${part}`.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => pairOf(line)))
        lastId = fields.get('id') ?? lastId
        const data = fields.get('data')
        if (data !== undefined)
          events.push({ id: lastId, event: fields.get('event') ?? '', data: JSON.parse(data) as Change })
      }
      wake()
    }
  }
  const ended = read()
    .catch(() => {})
    .finally(() => {
      over = true
      wake()
    })
  onTestFinished(() => void answer.destroy())
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    ended,
    lastId: () => lastId,
    close: () => void answer.destroy(),
    async next(n) {
      while (events.length < given + n && !over) await new Promise<void>((resolve) => (wake = resolve))
      if (events.length < given + n) throw new Error(`The stream ended after ${events.length} events.`)
      given += n
      return events.slice(given - n, given)
    },
  }
}

function pairOf(line: string): [name: string, value: string] {
  const at = line.indexOf(': ')
  return [line.slice(0, at), line.slice(at + 2)]
}
