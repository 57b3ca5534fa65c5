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
  ImportLine,
  NewArticle,
  StreamChangesData,
  TagLine,
  TagLineResult,
} from './generated/types.gen.ts'
import { joined, loadsOf, readLines } from './lines.ts'
import { Refused, refusalOf } from './refused.ts'
import { answersTo, bodyOf, whole } from './sending.ts'
import { ATTEMPTS, type TransportOptions, transport } from './transport.ts'

export type * from './generated/types.gen.ts'
export { readLines, textOf } from './lines.ts'
export { type Range, toCodePoints, toUtf16 } from './offsets.ts'
export { each, type Page } from './pages.ts'
export { Refused } from './refused.ts'
export { Interrupted } from './sending.ts'

export interface AvermentOptions extends TransportOptions {
  /** Where the service is: `http://127.0.0.1:3000`. */
  readonly address: string
  /** A key; none for reading what is public. */
  readonly key?: string | undefined
}

export interface ExportFile {
  readonly body: ReadableStream<Uint8Array>
  readonly losses: readonly string[]
}

export interface ImportOptions {
  /** To be told what would become of each row, while nothing is stored. */
  readonly dryRun?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** By the ends of the names of formats. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ndjson: 'application/x-ndjson',
  jsonld: 'application/ld+json',
  json: 'application/json',
  csv: 'text/csv',
  zip: 'application/zip',
}

type Many<T> = Iterable<T> | AsyncIterable<T>

export class Averment extends Operations {
  readonly #options: AvermentOptions
  readonly #fetch: (request: Request) => Promise<Response>

  constructor(options: AvermentOptions) {
    const send = transport(options)
    const client = createClient(
      createConfig({
        baseUrl: baseOf(options),
        fetch: (input, init) => send(new Request(input, init)),
        throwOnError: true,
        ...(options.key === undefined ? {} : { auth: options.key }),
      }),
    )
    client.interceptors.error.use((error, response) =>
      response === undefined ? error : refusalOf(response, error),
    )
    super({ client })
    this.#fetch = send
    this.#options = options
  }

  /** The claims in a text; nothing is stored. Offsets are those of the JavaScript string. */
  findClaims(text: string): Promise<Extraction> {
    return this.extract({ body: { text, offsetUnit: 'utf16' } })
  }

  /**
   * Takes articles in, as many as there are, and gives what became of each; `line` counts from 1. Bytes are a line of
   * JSON as it stands. An answer that is cut off loses nothing: what it left open is sent again, and what is there
   * already is answered as a duplicate.
   */
  addArticles(articles: Many<NewArticle | Uint8Array>): AsyncGenerator<ArticleLineResult> {
    return this.#sendLines('/v1/articles/batch', articles, true)
  }

  /**
   * Takes files in, in one form, and gives what became of each, in their order; the fields beside the files hold for
   * all of them. Nothing is lost by an answer that is cut off, as of `addArticles`.
   */
  addFiles({ files, ...fields }: ArticleFiles, signal?: AbortSignal): AsyncGenerator<ArticleFileResult> {
    const send = (from: number) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value)
      for (const file of files.slice(from)) form.append('files', file)
      return this.#post('/v1/articles/files', { body: form, ...(signal ? { signal } : {}) })
    }
    return answersTo({ count: files.length, attempts: this.#attempts, isHarmless: true, send, signal })
  }

  /** Tags claims, as many as there are, and gives what became of each; `line` counts from 1. */
  addTags(tags: Many<TagLine>): AsyncGenerator<TagLineResult> {
    // A tag that had arrived would be made twice.
    return this.#sendLines('/v1/tags/batch', tags, false)
  }

  /** An export as it comes, with its filters: `body` holds the file, `losses` names what the format cannot carry. */
  async exportFile(name: string, query: Record<string, string> = {}): Promise<ExportFile> {
    const path = `/v1/exports/${encodeURIComponent(name)}?${new URLSearchParams(query)}`
    const response = await this.#fetch(this.#request(path))
    const losses = response.headers.get('averment-losses')?.split(/, */) ?? []
    return { losses, body: await bodyOf(response) }
  }

  /** The lines of an export: `claims.ndjson` or `training.jsonl`, with its filters. */
  async *exportLines<T>(name: string, query: Record<string, string> = {}): AsyncGenerator<T> {
    yield* readLines<T>((await this.exportFile(name, query)).body)
  }

  /**
   * A file of another tool, or a complete export, back in: what became of each row, the last one with the counts and with
   * what the format could not bring. It is sent once; a file sent again changes nothing.
   */
  async *importFile(
    name: string,
    body: Blob | Uint8Array<ArrayBuffer> | string,
    { dryRun = false, signal }: ImportOptions = {},
  ): AsyncGenerator<ImportLine> {
    const headers = { 'content-type': MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? '' }
    const path = `/v1/imports/${encodeURIComponent(name)}?dryRun=${dryRun}`
    const init = { headers, body, ...(signal ? { signal } : {}) }
    yield* whole<ImportLine>(await bodyOf(await this.#post(path, init)))
  }

  /** Every write as it happens, for as long as one listens; over lost connections, without gap or repeat. */
  async *changes(query: StreamChangesData['query'] = {}, signal?: AbortSignal): AsyncGenerator<Change> {
    const asked = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
    const path = `/v1/changes/stream?${new URLSearchParams(asked)}`
    const connect = async (lastId: string | undefined) => {
      const from = lastId === undefined ? {} : { 'Last-Event-ID': lastId }
      const headers = { accept: 'text/event-stream', ...from }
      return bodyOf(await this.#fetch(this.#request(path, { headers, ...(signal ? { signal } : {}) })))
    }
    const isLost = (error: unknown) =>
      !(error instanceof Refused) || error.status === 429 || error.status >= 500
    for await (const { data } of eventsOf(connect, isLost, signal)) yield JSON.parse(data) as Change
  }

  async *#sendLines<T extends { line: number }>(
    path: string,
    values: Many<unknown>,
    isHarmless: boolean,
  ): AsyncGenerator<T> {
    for await (const { before, lines } of loadsOf(values)) {
      let sent = 0
      const send = (from: number) => {
        sent = from
        const headers = { 'content-type': 'application/x-ndjson' }
        return this.#post(path, { headers, body: joined(lines.slice(from)) })
      }
      const sending = { count: lines.length, attempts: this.#attempts, isHarmless, send }
      for await (const result of answersTo<T>(sending)) yield { ...result, line: before + sent + result.line }
    }
  }

  get #attempts(): number {
    return this.#options.attempts ?? ATTEMPTS
  }

  /** Once: who sends many things looks after what has to be sent again. */
  #post(path: string, init: RequestInit): Promise<Response> {
    return (this.#options.fetch ?? globalThis.fetch)(this.#request(path, { ...init, method: 'POST' }))
  }

  #request(path: string, { headers = {}, ...init }: RequestInit = {}): Request {
    const { key } = this.#options
    const who = key === undefined ? {} : { authorization: `Bearer ${key}` }
    return new Request(baseOf(this.#options) + path, { ...init, headers: { ...who, ...headers } })
  }
}

/** A service may stand below a path of its own. */
const baseOf = ({ address }: AvermentOptions): string => address.replace(/\/+$/, '')
