// Load from this process on a server on loopback, for a few seconds: keep-alive connections that ask again as soon as
// they are answered. As little work as can be, since whoever asks shares the machine with who answers.

import { connect, type Socket } from 'node:net'
import { answers } from './answers.ts'

export interface Request {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
  readonly headers?: Record<string, string>
}

export interface Load {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Answers that were not 2xx or 304, and connections that broke. */
  readonly failed: number
}

/** What was seen so far; several runs may go into one. */
export interface Tally {
  /** How long each answer took, in milliseconds. */
  readonly times: number[]
  failed: number
  /** Milliseconds of load. */
  elapsed: number
}

export const tally = (): Tally => ({ times: [], failed: 0, elapsed: 0 })

/** `next` gives each request in turn. */
export async function load(
  into: Tally,
  port: number,
  next: () => Request,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<void> {
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(Array.from({ length: connections }, () => ask(port, next, until, into)))
  into.elapsed += performance.now() - started
}

export function loadOf({ times, failed, elapsed }: Tally): Load {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
  const rate = (1000 * sorted.length) / elapsed
  return {
    perSecond: rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate),
    p50: at(0.5),
    p99: at(0.99),
    failed,
  }
}

/** One connection, one request after the other; done when the time is up and the last is answered. */
function ask(port: number, next: () => Request, until: number, into: Tally): Promise<void> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let sent = 0
    const send = () => {
      sent = performance.now()
      socket.write(wireOf(next()), 'latin1')
    }
    const read = answers((status) => {
      const now = performance.now()
      into.times.push(now - sent)
      if ((status < 200 || status > 299) && status !== 304) into.failed++
      if (now < until) send()
      else socket.end()
    })
    socket.on('connect', send)
    socket.on('data', (bytes) => {
      if (!read(bytes)) broken(socket, into)
    })
    socket.on('error', () => broken(socket, into))
    socket.on('close', () => done())
  })
}

function broken(socket: Socket, into: Tally): void {
  into.failed++
  socket.destroy()
}

/** Bodies are ASCII: what is sent here is the benchmark's own. */
function wireOf({ method = 'GET', path, body = '', headers = {} }: Request): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const length = method === 'GET' ? '' : `content-length: ${body.length}\r\n`
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${length}\r\n${body}`
}
