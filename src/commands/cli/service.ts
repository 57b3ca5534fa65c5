// Talking to a service: where it is, with which key, and what it refuses, in words.

import type { Command } from 'commander'
import { inWords, Stop } from './ending.ts'

export interface Connection {
  readonly url: string
  readonly key?: string
}

/** The options of every command that asks a service. */
export const asksService = (command: Command): Command =>
  command
    .option('--url <url>', 'where the service is (AVERMENT_URL; http://127.0.0.1:3000)')
    .option('--key <key>', 'the key to use (better in AVERMENT_KEY, where others do not see it)')
    .option('--json', 'print JSON')

export function connectionOf(options: { url?: string; key?: string }): Connection {
  const url = options.url ?? (process.env.AVERMENT_URL || 'http://127.0.0.1:3000')
  const key = options.key ?? process.env.AVERMENT_KEY
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Stop(
      'usage',
      `${JSON.stringify(url)} is no address of a service, such as http://127.0.0.1:3000.`,
    )
  if (key !== undefined && !/^[\x21-\x7e]*$/.test(key))
    throw new Stop('usage', 'The key has characters that no key has.')
  return { url: url.replace(/\/+$/, ''), ...(key ? { key } : {}) }
}

/** The service was reached and said no: asking again would be of no use. */
export class Refusal extends Stop {
  constructor(message: string) {
    super('service', message)
  }
}

/** As a problem document (RFC 9457) says it. */
export interface Problem {
  readonly status?: number
  readonly detail?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

export function problemInWords({ detail, errors = [] }: Problem): string {
  const faults = errors.map((fault) => `${fault.pointer || 'the whole'}: ${fault.detail}`)
  const said = detail ?? 'It was refused.'
  const unsaid = faults.filter((fault) => !said.includes(fault) && !fault.endsWith(`: ${detail}`))
  return [said, ...unsaid].join(' ')
}

export interface Asked {
  readonly method?: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** The answer, whatever its status. Throws Stop when there is none. */
export async function send({ url, key }: Connection, path: string, asked: Asked = {}): Promise<Response> {
  const query = Object.entries(asked.query ?? {}).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query)}`
  try {
    return await fetch(`${url}${path}${search}`, {
      method: asked.method ?? 'GET',
      headers: { ...asked.headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      ...(asked.body === undefined ? {} : { body: asked.body }),
    })
  } catch (error) {
    throw new Stop(
      'service',
      `The service at ${url} cannot be reached: ${inWords((error as Error).cause ?? error)}. Is it running (averment serve), and is --url right?`,
    )
  }
}

/** An answer that is not a refusal. Throws Stop with what the problem document says. */
export async function accepted(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  throw new Refusal(await refusalOf(answer))
}

async function refusalOf(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '')
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/problem+json'))
    return `It answered ${answer.status}, and not as this service does. Is --url right?`
  const hint = answer.status === 401 ? ' Give it in AVERMENT_KEY or --key.' : ''
  return `Refused (${answer.status}): ${problemInWords(JSON.parse(text) as Problem)}${hint}`
}

/** The JSON of an answer. */
export async function ask<T>(connection: Connection, path: string, asked: Asked = {}): Promise<T> {
  const json = asked.body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await accepted(
    await send(connection, path, { ...asked, headers: { ...json, ...asked.headers } }),
  )
  return (answer.status === 204 ? null : await answer.json()) as T
}

/** The rows of a list, over all its pages. */
export async function* rowsOf<T>(
  connection: Connection,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): AsyncGenerator<T> {
  let cursor: string | undefined
  do {
    const page = await ask<{ data: T[]; nextCursor: string | null }>(connection, path, {
      query: { limit: '200', ...query, cursor },
    })
    yield* page.data
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
