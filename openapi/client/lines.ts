// Streams of JSON lines: what comes is given as it comes, what goes is sent a load at a time.

/** The values of the lines of a body. One cut in the middle of a line throws. */
export async function* readLines<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  let rest = ''
  for await (const text of textOf(body)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T
  }
  if (rest.trim() !== '') yield JSON.parse(rest) as T
}

/** The text of a body; whoever stops reading lets go of the connection. */
export async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield decoder.decode(value, { stream: true })
    }
    yield decoder.decode()
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Lines of one request at most, and about as many bytes. Browsers cannot stream a request over HTTP/1.1. */
const MOST_LINES = 500
const MOST_BYTES = 4_000_000

export interface Load {
  /** How many lines came before. */
  readonly before: number
  readonly lines: readonly Uint8Array[]
}

/** The values as lines, a request's worth at a time; bytes are a line already. */
export async function* loadsOf(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<Load> {
  const encoder = new TextEncoder()
  let lines: Uint8Array[] = []
  let length = 0
  let before = 0
  for await (const value of values) {
    const line = value instanceof Uint8Array ? value : encoder.encode(JSON.stringify(value))
    if (lines.length > 0 && (lines.length >= MOST_LINES || length + line.length > MOST_BYTES)) {
      yield { before, lines }
      before += lines.length
      lines = []
      length = 0
    }
    lines.push(line)
    length += line.length
  }
  if (lines.length > 0) yield { before, lines }
}

const NEWLINE = 10

/** The body of a request with these lines. */
export function joined(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0))
  let at = 0
  for (const line of lines) {
    body.set(line, at)
    at += line.length
    body[at++] = NEWLINE
  }
  return body
}
