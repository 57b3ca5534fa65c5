// Requests that nobody should send, thousands of them, from the API document: no answer is a defect of ours, and none
// is undocumented. ODD_REQUESTS says how many (on each database), ODD_SEED which.

import { expect, it } from 'vitest'
import { kept } from '../../openapi/kept.ts'
import { eachDialect } from '../../support/dialects.ts'
import { expectNoGaps } from '../../support/newsroom.ts'
import { checking } from './checking.ts'
import { ground } from './ground.ts'
import { oddRequests } from './requests.ts'

const document = kept('openapi.json')
const seed = Number(process.env.ODD_SEED ?? 20_260_301)
const asked = process.env.ODD_REQUESTS
const FEW = { sqlite: 700, postgres: 120 }

eachDialect('odd requests', ({ url }, dialect) => {
  it('are answered as the document says', { timeout: 1_800_000 }, async () => {
    const { news, ask } = await ground(await url())
    const wrong = checking(document)
    const count = Number(asked ?? FEW[dialect])
    const faults: string[] = []
    const statuses: Record<number, number> = {}
    for (const request of oddRequests(document, seed, count)) {
      const answer = await ask(request)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      const fault = wrong(request.method, answer.url, answer)
      if (fault === null) continue
      const body = request.payload === undefined ? '' : ` ${request.payload.toString('utf8').slice(0, 300)}`
      faults.push(
        `${request.method} ${answer.url.slice(0, 300)} as ${request.as}${body}: ${fault} ${answer.text.slice(0, 300)}`,
      )
    }
    if (asked) console.info(dialect, count, 'requests, seed', seed, statuses)
    expect(faults.slice(0, 20), `${faults.length} of ${count}`).toEqual([])
    // Else everything would have stopped at the door.
    expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(count / 5)
    await expectNoGaps(news)
    expect((await news.get('/health/ready')).status).toBe(200)
  })
})
