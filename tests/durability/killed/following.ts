// Somebody who follows the ledger as it is written, and connects again as a browser does when the stream ends.

import { expect, onTestFinished } from 'vitest'
import { until } from '../../support/newsroom.ts'
import { ADMIN_KEY } from '../built.ts'
import { read } from '../writes.ts'

export function following(address: string) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const seen: number[] = []
  const followed = follow()

  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      await once().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function once(): Promise<void> {
    const last = seen.at(-1)
    const headers = {
      authorization: `Bearer ${ADMIN_KEY}`,
      ...(last === undefined ? {} : { 'last-event-id': String(last) }),
    }
    const answer = await fetch(`${address}/v1/changes/stream?after=0`, { headers, signal: stop.signal })
    if (!answer.ok || !answer.body) return
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of answer.body) {
      const blocks = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const id = /^id: ?(\d+)$/m.exec(block)?.[1]
        // The first one says where the stream begins, and brings nothing.
        if (id !== undefined && /^data:/m.test(block)) seen.push(Number(id))
      }
    }
  }

  return {
    /** Every change up to the last there is came, each once and in order. */
    async expectWhole(): Promise<void> {
      const last = await lastChange(address)
      await until(async () => (seen.at(-1) ?? 0) >= last)
      expect(seen.slice(0, last)).toEqual(Array.from({ length: last }, (_, i) => i + 1))
      stop.abort()
      await followed
    },
  }
}

async function lastChange(address: string): Promise<number> {
  for (let after = 0; ; ) {
    const path = `/v1/changes?limit=200&after=${after}`
    const { body } = await read<{ data: { seq: number }[] }>(address, path, ADMIN_KEY)
    const last = body.data.at(-1)?.seq
    if (last === undefined) return after
    after = last
  }
}
