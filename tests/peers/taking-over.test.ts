// Processes that are started at once, and one that dies in the midst of background work.

import { expect, it } from 'vitest'
import { QUESTION, until } from '../support/newsroom.ts'
import { type Service, severalServices } from './services.ts'

const services = severalServices(2)
/** Others may be at work on this machine; by itself it takes some five seconds, the time until it is missed. */
const PATIENCE = 60_000

it('processes started at once over an empty database share one admin and one set of samples', async () => {
  const printed = services().flatMap((one) => one.output().match(/shown this once: \S+/g) ?? [])
  expect(printed).toHaveLength(1)
  const key = printed[0]?.split(' ').at(-1)
  for (const one of services()) {
    expect((await one.send<{ role: string }>('GET', '/v1/annotators/me', key)).body.role).toBe('admin')
    expect((await one.send<{ data: unknown[] }>('GET', '/v1/articles?limit=200')).body.data).toHaveLength(10)
  }
})

it(
  'what one that is killed was placing, another goes on with',
  async () => {
    const [dying, other] = services() as [Service, Service]
    const key = services()
      .map((one) => /shown this once: (\S+)/.exec(one.output())?.[1])
      .find((one) => one !== undefined)
    const lines = Array.from({ length: 30 }, (_, n) =>
      JSON.stringify({
        title: `Locker ${n}`,
        text: `"Locker ${n} is nobody's but the tenant's," said Ines Calder.\n\n"It is ours," said Owen Tarn of locker ${n}.\n`,
      }),
    )
    const batch = await fetch(`${other.address}/v1/articles/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
    expect((await batch.text()).match(/"status":"created"/g)).toHaveLength(30)
    const slug = 'whose-is-a-locker'
    const question = {
      slug,
      text: 'Whose is what lies in a locker?',
      positions: [
        { slug: 'tenant', definition: 'What lies in a locker is the tenant’s.' },
        { slug: 'landlord', definition: 'What lies in a locker is the landlord’s.' },
      ],
    }
    const made = await dying.send<{ placing: { total: number } | null }>(
      'POST',
      '/v1/questions',
      key,
      question,
    )
    expect(made.status).toBe(201)
    dying.child.kill('SIGKILL')
    const placed = async (of: string) => {
      const { body } = await other.send<{ data: { claims: number }[] }>(
        'GET',
        `/v1/positions?question=${of}&groupBy=month`,
      )
      return body.data.reduce((sum, { claims }) => sum + claims, 0)
    }
    const all = await placed(QUESTION)
    expect(all).toBeGreaterThan(120)
    expect(await placed(slug)).toBeLessThan(all)
    await until(async () => (await placed(slug)) === all, PATIENCE)
  },
  2 * PATIENCE,
)
