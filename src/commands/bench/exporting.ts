// An export of everything, and how long others wait meanwhile.

import { setTimeout as pause } from 'node:timers/promises'
import { type Line, once, print } from './lines.ts'
import type { Bench } from './reading.ts'
import type { Running } from './servers.ts'

export async function exporting(
  bench: Bench,
  claims: number,
  service: Running,
  lines: Line[],
): Promise<void> {
  const idle = service.memory() ?? 0
  let most = idle
  const waits: number[] = []
  const started = performance.now()
  let done = false
  const whole = readAll(`http://127.0.0.1:${bench.service}/v1/exports/claims.ndjson`, {
    headers: bench.key,
  }).finally(() => {
    done = true
  })
  while (!done) {
    const asked = performance.now()
    await (await fetch(`http://127.0.0.1:${bench.service}/v1/claims?limit=1`)).arrayBuffer()
    waits.push(performance.now() - asked)
    most = Math.max(most, service.memory() ?? 0)
    await pause(5)
  }
  await whole
  const took = performance.now() - started
  lines.push(once('export of all claims', took, '50,000 claims/s'))
  print(lines.at(-1) as Line)
  const sorted = waits.sort((a, b) => a - b)
  const p99 = sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 0
  console.log(
    `export: ${Math.round((1000 * claims) / took)} claims/s  ${(most - idle).toFixed(0)} MB above idle (aim: under 150)  others p99 ${p99.toFixed(0)} ms`,
  )
}

/** Takes the whole answer, and keeps none of it. Throws at a refusal. */
export async function readAll(url: string, asked: RequestInit): Promise<void> {
  const answer = await fetch(url, asked)
  if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  for await (const _ of answer.body);
}
