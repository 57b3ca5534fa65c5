// Writes over HTTP and what became of them: answered, or cut off before an answer came.

export interface Write {
  readonly path: string
  readonly key: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Whether it came to its end; of lines, those that came are answered all the same. */
  readonly whole: boolean
}

/** Null when nothing came back. */
export async function send(address: string, { path, key, body, headers }: Write): Promise<Answered | null> {
  let text = ''
  try {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      body,
    })
    const decoder = new TextDecoder()
    const answered = (whole: boolean) => ({ status: response.status, headers: response.headers, text, whole })
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true })
      return answered(true)
    } catch {
      return text === '' ? null : answered(false)
    }
  } catch {
    return null
  }
}

/** Of a stream of lines, those that came whole. */
export const linesOf = <T>({ text }: Answered): T[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T)

export async function read<T>(
  address: string,
  path: string,
  key: string,
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${key}` } })
  return { status: response.status, body: (await response.json()) as T }
}
