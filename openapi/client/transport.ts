// What a generator cannot know about sending: which requests may be sent again, and what has to go with them.

import { manners } from './generated/manners.gen.ts'

type Fetch = (request: Request) => Promise<Response>

export interface TransportOptions {
  /** The platform's own when left out. */
  readonly fetch?: Fetch | undefined
  /** How often a request is sent at most; 4 when left out, 1 for never again. */
  readonly attempts?: number | undefined
  /** What offsets count in requests and answers; UTF-16 code units, as JavaScript does, when left out. */
  readonly offsetUnit?: 'utf16' | 'codepoint' | undefined
}

export const ATTEMPTS = 4

/** The most ETags remembered; more push out those remembered first. */
const MOST_ETAGS = 10_000
/** Milliseconds before the second attempt where the service names none; twice that before the third, and so on. */
export const FIRST_PAUSE = 250
/** No `Retry-After` is waited for longer than this, in milliseconds. */
const LONGEST_PAUSE = 60_000

/** The route of a request, as `POST /v1/claims/{id}/tags`, among those named. */
const isAmong = (routes: readonly string[]) => {
  const patterns = routes.map((route) => {
    const [method = '', path = ''] = route.split(' ')
    const parts = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    return { method, path: new RegExp(`^${parts.join('[^/]+')}$`) }
  })
  return ({ method, url }: Request) => {
    const { pathname } = new URL(url)
    return patterns.some((one) => one.method === method && one.path.test(pathname))
  }
}

const takesKey = isAmong(manners.idempotent)
const needsMatch = isAmong(manners.conditional)
const hasOffsets = isAmong(manners.offsets)

/** A `fetch` that gives writes their `Idempotency-Key` and `If-Match`, and sends again only what is safe to. */
export function transport(options: TransportOptions = {}): Fetch {
  const { attempts = ATTEMPTS, offsetUnit = 'utf16', fetch: given } = options
  const send: Fetch = given ?? ((request) => globalThis.fetch(request))
  const etags = etagMemory()
  return async (original) => {
    const request = await withUnit(original, offsetUnit)
    if (takesKey(request) && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', randomKey())
    const known = etags.of(request)
    if (needsMatch(request) && !request.headers.has('if-match') && known)
      request.headers.set('if-match', known)
    const response = await again(request, send, attempts)
    etags.note(request, response)
    return response
  }
}

async function withUnit(request: Request, unit: string): Promise<Request> {
  if (unit === 'codepoint' || !hasOffsets(request)) return request
  const url = new URL(request.url)
  if (url.searchParams.has('offsetUnit')) return request
  url.searchParams.set('offsetUnit', unit)
  if (request.method === 'GET' || request.method === 'HEAD') return new Request(url, request)
  const { method, headers, signal, credentials, redirect } = request
  // Bytes: a body taken over from a request is a stream, and browsers send no streams over HTTP/1.1.
  const body = await request.arrayBuffer()
  return new Request(url, { method, headers, body, signal, credentials, redirect })
}

async function again(request: Request, send: Fetch, attempts: number): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt >= attempts
    try {
      const response = await send(isLast ? request : request.clone())
      if (isLast || !mayRepeat(request, response)) return response
      await response.body?.cancel()
      await pause(pauseOf(response) ?? FIRST_PAUSE * 2 ** (attempt - 1), request.signal)
    } catch (error) {
      // Whether it arrived is not known: only what does no harm twice is sent again.
      if (isLast || request.signal.aborted || !isHarmless(request)) throw error
      await pause(FIRST_PAUSE * 2 ** (attempt - 1), request.signal)
    }
  }
}

const isHarmless = ({ method, headers }: Request): boolean =>
  method === 'GET' || method === 'HEAD' || headers.has('idempotency-key')

function mayRepeat(request: Request, response: Response): boolean {
  // Streams of lines are answered while they are read; the caller knows what became of each.
  if (request.headers.get('content-type')?.includes('ndjson')) return false
  // Refused before anything was done.
  if (response.status === 429 || response.status === 503) return true
  // The same request is still in flight.
  if (response.status === 409) return isHarmless(request) && response.headers.has('retry-after')
  return response.status >= 502 && isHarmless(request)
}

/** Of `Retry-After`: seconds, or a date. */
export function pauseOf(response: Response): number | undefined {
  const header = response.headers.get('retry-after')
  if (header === null) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_PAUSE)
}

export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

/** `crypto.randomUUID` is missing on pages that came without TLS. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** The ETag of each thing as this client last saw it; in another unit of offsets a claim has another one. */
function etagMemory() {
  const seen = new Map<string, string>()
  const nameOf = (url: URL) => `${url.pathname} ${url.searchParams.get('offsetUnit') ?? ''}`
  return {
    of: (request: Request): string | undefined => seen.get(nameOf(new URL(request.url))),
    note(request: Request, response: Response): void {
      const url = new URL(request.url)
      const location = request.method === 'POST' ? response.headers.get('location') : null
      const name = nameOf(location === null ? url : new URL(`${location}${url.search}`, url))
      const etag = response.headers.get('etag')
      if (etag === null || !response.ok) return
      seen.delete(name)
      seen.set(name, etag)
      const [oldest] = seen.keys()
      if (seen.size > MOST_ETAGS && oldest !== undefined) seen.delete(oldest)
    },
  }
}
