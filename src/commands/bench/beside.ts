// What is left to others while the service does something slow: claims by id, alone and beside it.

import { QUESTION } from './data.ts'
import { readAll } from './exporting.ts'
import { type Line, print } from './lines.ts'
import { load, loadOf, type Request, tally } from './load.ts'
import { anyOf, type Bench } from './reading.ts'
import { articleText } from './writing.ts'

const CONNECTIONS = 32
/** Characters of a long article. */
const LONG = 1_000_000
/** Articles sent in one go. */
const MANY = 200

export async function beside(bench: Bench, seconds: number): Promise<Line[]> {
  const { built, service, key, rng } = bench
  const any = anyOf(rng)
  const claims = (): Request => ({ path: `/v1/claims/${any(built.claimIds)}`, headers: key })
  const lines: Line[] = []
  for (const [name, work] of slow(bench)) {
    // First alone, then beside it; and the machine is left to itself again before the next.
    const [alone, during] = [tally(), tally()]
    await load(tally(), service, claims, { seconds: 1, connections: CONNECTIONS })
    await load(alone, service, claims, { seconds, connections: CONNECTIONS })
    let going = true
    const other = (async () => {
      while (going) await work()
    })()
    await load(during, service, claims, { seconds, connections: CONNECTIONS })
    going = false
    await other
    const line = {
      ...{ name: `claim by id, beside ${name}`, aim: 'half of alone' },
      ...{ service: loadOf(during), alone: loadOf(alone) },
    }
    lines.push(line)
    print(line)
  }
  return lines
}

/** What takes long, by name: each is done again and again. */
function slow({ built, service, key, rng }: Bench): [string, () => Promise<void>][] {
  const any = anyOf(rng)
  const call = (path: string, body?: string, type = 'application/json') =>
    readAll(`http://127.0.0.1:${service}/v1${path}`, {
      headers: body === undefined ? key : { ...key, 'content-type': type },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
  /** What was counted is kept until the next change. */
  const anew = async (path: string) => {
    const position = any(['business-records', 'personal-documents'])
    await call(`/claims/${any(built.claimIds)}/tags`, JSON.stringify({ question: QUESTION, position }))
    await call(path)
  }
  let n = 0
  const article = (parts: number) => {
    const texts = Array.from({ length: parts }, () => articleText(1_000_000 + ++n, rng))
    return JSON.stringify({ title: `Beside ${n}`, text: texts.join('\n\n') })
  }
  const long = Math.floor(LONG / articleText(0, rng).length)
  return [
    ['an export of everything', () => call('/exports/claims.ndjson')],
    ['agreement', () => anew(`/questions/${QUESTION}/agreement`)],
    ['progress', () => anew(`/questions/${QUESTION}/progress`)],
    ['positions of a type', () => anew(`/positions?question=${QUESTION}&type=${any(['direct', 'mixed'])}`)],
    ['an article of 1 MB', () => call('/articles', article(long))],
    [
      'a stream of articles',
      () =>
        call(
          '/articles/batch',
          Array.from({ length: MANY }, () => article(1)).join('\n'),
          'application/x-ndjson',
        ),
    ],
  ]
}
