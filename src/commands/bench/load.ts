// Load from this process on a server on loopback, for a few seconds.

import autocannon from 'autocannon'

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

/** `next` gives each request in turn. */
export async function load(
  port: number,
  next: () => Request,
  { seconds = 4, connections = 32 }: { seconds?: number; connections?: number } = {},
): Promise<Load> {
  let unchanged = 0
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...next() }) as never,
        onResponse: (status) => {
          if (status === 304) unchanged++
        },
      },
    ],
  })
  return {
    perSecond: Math.round(result.requests.total / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx - unchanged + result.errors,
  }
}
