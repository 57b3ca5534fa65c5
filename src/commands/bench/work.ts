// The annotators' work: what the queue gives somebody who tags, agreement over all tags, and how long others wait meanwhile.

import { setTimeout as pause } from 'node:timers/promises'
import type { Load } from './load.ts'

export interface WorkLine {
  readonly name: string
  readonly service: Load
  readonly aim: string
}

/** Turns of somebody who asks the queue and tags what it gives. */
const TURNS = 300
/** Measured after a new tag each, since an answer is kept until the next change. */
const MEASUREMENTS = 5

/** One after another: what each waits for. `authorization` is an admin's. */
export async function measureWork(
  port: number,
  authorization: string,
  question: string,
): Promise<WorkLine[]> {
  const call = async <T>(path: string, key: string, body?: unknown): Promise<T> => {
    const headers = {
      authorization: key,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const method = body === undefined ? 'GET' : 'POST'
    const answer = await fetch(`http://127.0.0.1:${port}/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { key } = await call<{ key: string }>('/annotators', authorization, { name: 'Bench' })
  const person = `Bearer ${key}`
  const turn = () =>
    call<{ data: { id: string; lease: { id: string } }[] }>(`/questions/${question}/queue?limit=10`, person)
  const tag = (id: string, lease: string) =>
    call(`/claims/${id}/tags`, person, { question, position: 'ambivalent', lease })

  const queued: number[] = []
  const measured: number[] = []
  const meanwhile: number[] = []
  const progressed: number[] = []
  for (let i = 0; i < TURNS; i++) {
    const { data } = await timed(queued, turn)
    const [next] = data
    if (!next) throw new Error('The queue is empty.')
    await tag(next.id, next.lease.id)
    if (i % Math.ceil(TURNS / MEASUREMENTS) > 0) continue
    const agreement = timed(measured, () => call(`/questions/${question}/agreement`, person))
    await untilDone(agreement, () => timed(meanwhile, () => call(`/claims/${next.id}`, person)))
    await timed(progressed, () => call(`/questions/${question}/progress`, person))
  }
  return [
    { name: 'queue of ten, after a tag', service: loadOf(queued), aim: '20 ms' },
    { name: 'agreement over all tags', service: loadOf(measured), aim: '2000 ms' },
    { name: 'a claim, while it is measured', service: loadOf(meanwhile), aim: 'as ever' },
    { name: 'progress of all annotators', service: loadOf(progressed), aim: '–' },
  ]
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  into.push(performance.now() - started)
  return result
}

/** Does it again and again, a breath between, until the other is done. */
async function untilDone(other: Promise<unknown>, work: () => Promise<unknown>): Promise<void> {
  let done = false
  const ended = other.finally(() => {
    done = true
  })
  while (!done) {
    await work()
    await pause(2)
  }
  await ended
}

function loadOf(times: number[]): Load {
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
  const sum = sorted.reduce((total, one) => total + one, 0)
  return { perSecond: Math.round((1000 * sorted.length) / sum), p50: at(0.5), p99: at(0.99), failed: 0 }
}
