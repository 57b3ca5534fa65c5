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

/** Lines of one request at most, and about as many characters. Browsers cannot stream a request over HTTP/1.1. */
const MOST_LINES = 500
const MOST_CHARACTERS = 4_000_000

export interface Load {
  /** How many lines came before. */
  readonly before: number
  readonly text: string
}

/** The values as lines, a request's worth at a time. */
export async function* loadsOf(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<Load> {
  let lines: string[] = []
  let length = 0
  let before = 0
  for await (const value of values) {
    const line = JSON.stringify(value)
    if (lines.length > 0 && (lines.length >= MOST_LINES || length + line.length > MOST_CHARACTERS)) {
      yield { before, text: `${lines.join('\n')}\n` }
      before += lines.length
      lines = []
      length = 0
    }
    lines.push(line)
    length += line.length
  }
  if (lines.length > 0) yield { before, text: `${lines.join('\n')}\n` }
}
