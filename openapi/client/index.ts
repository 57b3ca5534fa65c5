// The client of the service, for Node and browsers: every operation of the API document as a method, and what a
// generator cannot know. Everything under generated/ is written by `npm run openapi`.

import { eventsOf } from './events.ts'
import { createClient, createConfig } from './generated/client/index.ts'
import { Operations } from './generated/sdk.gen.ts'
import type {
  ArticleFileResult,
  ArticleFiles,
  ArticleLineResult,
  Change,
  Extraction,
  NewArticle,
  StreamChangesData,
  TagLine,
  TagLineResult,
} from './generated/types.gen.ts'
import { loadsOf, readLines } from './lines.ts'
import { Refused, refusalOf } from './refused.ts'
import { type TransportOptions, transport } from './transport.ts'

export type * from './generated/types.gen.ts'
export { readLines } from './lines.ts'
export { type Range, toCodePoints, toUtf16 } from './offsets.ts'
export { each, type Page } from './pages.ts'
export { Refused } from './refused.ts'

export interface AvermentOptions extends TransportOptions {
  /** Where the service is: `http://127.0.0.1:3000`. */
  readonly address: string
  /** A key; none for reading what is public. */
  readonly key?: string | undefined
}

type Many<T> = Iterable<T> | AsyncIterable<T>

export class Averment extends Operations {
  readonly #fetch: (request: Request) => Promise<Response>
  readonly #address: string
  readonly #key: string | undefined

  constructor(options: AvermentOptions) {
    const send = transport(options)
    const client = createClient(
      createConfig({
        baseUrl: options.address,
        fetch: (input, init) => send(new Request(input, init)),
        throwOnError: true,
        ...(options.key === undefined ? {} : { auth: options.key }),
      }),
    )
    client.interceptors.error.use((error, response) =>
      response === undefined ? error : refusalOf(response.status, error),
    )
    super({ client })
    this.#fetch = send
    this.#address = options.address
    this.#key = options.key
  }

  /** The claims in a text; nothing is stored. Offsets are those of the JavaScript string. */
  findClaims(text: string): Promise<Extraction> {
    return this.extract({ body: { text, offsetUnit: 'utf16' } })
  }

  /** Takes articles in, as many as there are, and gives what became of each; `line` counts from 1. */
  addArticles(articles: Many<NewArticle>): AsyncGenerator<ArticleLineResult> {
    return this.#sendLines('/v1/articles/batch', articles)
  }

  /** Takes files in, in one form, and gives what became of each; the fields beside the files hold for all of them. */
  async *addFiles(
    { files, ...fields }: ArticleFiles,
    signal?: AbortSignal,
  ): AsyncGenerator<ArticleFileResult> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value)
    for (const file of files) form.append('files', file)
    const init = { method: 'POST', body: form, ...(signal ? { signal } : {}) }
    yield* readLines<ArticleFileResult>(await this.#body('/v1/articles/files', init))
  }

  /** Tags claims, as many as there are, and gives what became of each; `line` counts from 1. */
  addTags(tags: Many<TagLine>): AsyncGenerator<TagLineResult> {
    return this.#sendLines('/v1/tags/batch', tags)
  }

  /** The lines of an export: `claims.ndjson` or `training.jsonl`, with its filters. */
  async *exportLines<T>(name: string, query: Record<string, string> = {}): AsyncGenerator<T> {
    yield* readLines<T>(await this.#body(`/v1/exports/${name}?${new URLSearchParams(query)}`))
  }

  /** Every write as it happens, for as long as one listens; over lost connections, without gap or repeat. */
  async *changes(query: StreamChangesData['query'] = {}, signal?: AbortSignal): AsyncGenerator<Change> {
    const asked = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
    const path = `/v1/changes/stream?${new URLSearchParams(asked)}`
    const connect = (lastId: string | undefined) =>
      this.#body(path, {
        headers: {
          accept: 'text/event-stream',
          ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
        },
        ...(signal ? { signal } : {}),
      })
    const isLost = (error: unknown) =>
      !(error instanceof Refused) || error.status === 429 || error.status >= 500
    for await (const { data } of eventsOf(connect, isLost, signal)) yield JSON.parse(data) as Change
  }

  async *#sendLines<T extends { line: number }>(path: string, values: Many<unknown>): AsyncGenerator<T> {
    for await (const { before, text } of loadsOf(values)) {
      const headers = { 'content-type': 'application/x-ndjson' }
      const body = await this.#body(path, { method: 'POST', headers, body: text })
      for await (const result of readLines<T>(body)) yield { ...result, line: before + result.line }
    }
  }

  /** The body of an answer as it comes. */
  async #body(
    path: string,
    { headers = {}, ...init }: RequestInit = {},
  ): Promise<ReadableStream<Uint8Array>> {
    const request = new Request(new URL(path, this.#address), {
      ...init,
      headers: { ...(this.#key === undefined ? {} : { authorization: `Bearer ${this.#key}` }), ...headers },
    })
    const response = await this.#fetch(request)
    if (response.ok && response.body) return response.body
    const text = await response.text()
    throw refusalOf(response.status, parsed(text))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
