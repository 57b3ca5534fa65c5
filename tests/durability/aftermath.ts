// What must hold once a service, or the database under it, was killed under load.

import { expect } from 'vitest'
import { openSnapshot, type Source } from '../../src/storage/snapshot.ts'
import { verify } from '../../src/verification/index.ts'
import { ADMIN_KEY } from './built.ts'
import type { People, Written } from './load.ts'
import { type Answered, read, send } from './writes.ts'

/** Writes sent again after a round; those that were cut off are among them. */
const SENT_AGAIN = 40

/** Nobody knows what became of it: no answer came, or one that says so. */
export const isCut = (answer: Answered | null): boolean => answer === null || answer.status === 503

/** Those who put a service under load, each with a key. */
export async function people(address: string): Promise<People> {
  const keyOf = async (name: string, role: string) => {
    const body = JSON.stringify({ name, role })
    const answer = await send(address, { path: '/v1/annotators', key: ADMIN_KEY, body, headers: {} })
    return (JSON.parse(answer?.text ?? '') as { key: string }).key
  }
  return {
    admin: ADMIN_KEY,
    curator: await keyOf('Cleo', 'curator'),
    annotators: [await keyOf('Ada', 'annotator'), await keyOf('Ben', 'annotator')],
  }
}

/** Pages, spans, ledger, counts: everything that `averment check` looks at. */
export async function expectSound(url: string): Promise<void> {
  const source: Source = url.startsWith('postgres')
    ? { kind: 'postgres', url }
    : { kind: 'file', path: url.replace('file:', '') }
  const snapshot = await openSnapshot(source)
  try {
    for await (const { check, count, examples, unreadable } of verify(snapshot))
      expect({ count, examples, unreadable }, check.name).toEqual({
        count: 0,
        examples: [],
        unreadable: null,
      })
  } finally {
    await snapshot.close()
  }
}

/** Every article that was answered, with as many claims as the answer said. */
export async function expectArticles(address: string, articles: Written['articles']): Promise<void> {
  for (const [id, claimCount] of articles) {
    const { status, body } = await read<{ claimCount: number }>(address, `/v1/articles/${id}`, ADMIN_KEY)
    expect({ id, status, claimCount: body.claimCount }).toEqual({ id, status: 200, claimCount })
    const claims = await read<{ data: unknown[] }>(address, `/v1/articles/${id}/claims?limit=200`, ADMIN_KEY)
    expect(claims.body.data, id).toHaveLength(claimCount)
  }
}

/** What was answered is answered again in the same words; what was cut off is done now, or was done: once either way. */
export async function expectRecognised(address: string, writes: Written['writes']): Promise<void> {
  const cut = writes.filter(({ answer }) => isCut(answer))
  const answered = writes.filter(({ answer }) => answer?.status === 201)
  for (const { write, answer } of [...cut, ...answered.slice(-SENT_AGAIN)]) {
    const again = await send(address, write)
    if (answer && !isCut(answer)) expect([again?.status, again?.text], write.path).toEqual([201, answer.text])
    // A ruling may have been overruled meanwhile, and then names what stands.
    else if (again?.status !== 409 || !write.path.endsWith('/rulings'))
      expect(again?.status, again?.text).toBe(201)
    if (again?.status !== 201) continue
    const { id } = JSON.parse(again.text) as { id: string }
    const room = /articles$|tags$|rulings$/.exec(write.path)?.[0]
    const there = await read<{ id: string }>(address, `/v1/${room}/${id}`, ADMIN_KEY)
    expect([there.status, there.body.id]).toEqual([200, id])
    const once = await send(address, write)
    expect([once?.text, once?.headers.get('idempotency-replayed')]).toEqual([again.text, 'true'])
  }
}

/** A long run says how far it is. */
export function report(round: number, { writes, articles }: Written): void {
  const cut = writes.filter(({ answer }) => isCut(answer)).length
  console.log(
    `${round + 1} kills: ${writes.length - cut} writes answered, ${cut} cut off, ${articles.size} articles`,
  )
}
