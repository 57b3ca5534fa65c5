// Writes through the client: none is lost, none is doubled, whatever the network and other writers do.

import { describe, expect, it } from 'vitest'
import { type Averment, Interrupted, Refused } from '../../openapi/client/index.ts'
import { expectNoGaps, first, openNewsroom, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'
import { clientOf, cutting, doubling, forgetful, watched } from './service.ts'

const news = sharedNewsroom(async () => {})
const articleOf = (n: number | string) => ({
  title: `${n}`,
  text: `Story ${n}. “They are ours,” said Ida Orme.`,
})

const refusal = async (promise: Promise<unknown>): Promise<Refused> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refused)
  return error as Refused
}

describe('two writers', () => {
  it('who read the same cannot overwrite each other; who is told sees what stands', async () => {
    const [one, other] = [await clientOf(news(), 'curator'), await clientOf(news(), 'curator')]
    const { id } = await one.createArticle({ body: articleOf('two writers') })
    await other.readArticle({ path: { id } })
    const changed = await one.updateArticle({ path: { id }, body: { title: 'By one' } })
    expect(changed.title).toBe('By one')
    const { status, problem } = await refusal(
      other.updateArticle({ path: { id }, body: { title: 'By other' } }),
    )
    expect([status, problem.current]).toMatchObject([412, { title: 'By one' }])
    await other.readArticle({ path: { id } })
    await other.updateArticle({ path: { id }, body: { title: 'By other' } })
    // The client knows the ETag of its own last change as well; here it is old by now.
    expect((await refusal(one.deleteArticle({ path: { id } }))).status).toBe(412)
  })

  it('who have not read it must read it first', async () => {
    const { id } = await (await clientOf(news(), 'curator')).createArticle({ body: articleOf('unread') })
    const other = await clientOf(news(), 'curator')
    expect((await refusal(other.updateArticle({ path: { id }, body: { title: 'No' } }))).status).toBe(428)
  })

  it('change a claim by the ETag of the unit of offsets it was read in', async () => {
    const client = await clientOf(news(), 'annotator')
    const { id } = await client.createArticle({ body: articleOf('offsets 😀') })
    const { data } = await client.listClaimsOfArticle({ path: { id } })
    const claim = await client.readClaim({ path: { id: first(data).id } })
    expect((await client.updateClaim({ path: { id: claim.id }, body: { status: 'confirmed' } })).status).toBe(
      'confirmed',
    )
  })
})

/** An article, tags, a ruling, a question, a speaker, a merge: every kind of write that a client repeats. */
async function day(client: Averment): Promise<void> {
  const { id } = await client.createArticle({ body: articleOf('a day') })
  const { data } = await client.listClaimsOfArticle({ path: { id } })
  const claim = { id: first(data).id }
  const placed = { question: QUESTION, position: PERSONAL }
  await client.createTag({ path: claim, body: placed })
  await client.createRuling({ path: claim, body: placed })
  const positions = [{ slug: 'allow' }, { slug: 'forbid' }]
  await client.createQuestion({
    body: { slug: 'drones', text: 'May drones fly?', positions, status: 'closed' },
  })
  const jon = await client.createSpeaker({ body: { name: 'Jon Pell', kind: 'person' } })
  const pell = await client.createSpeaker({ body: { name: 'J. Pell', kind: 'person' } })
  await client.mergeSpeaker({ path: { id: pell.id }, body: { into: jon.id } })
  await client.createClaim({ path: { id }, body: { exact: 'ours', speakers: [jon.id] } })
}

describe('a client', () => {
  it.each([
    ['whose answers are lost', forgetful],
    ['that sends everything twice', () => doubling],
  ])('%s writes everything once', async (_name, network) => {
    const [plain, troubled] = [await openNewsroom(), await openNewsroom()]
    await day(await clientOf(plain, 'curator'))
    await day(await clientOf(troubled, 'curator', { fetch: network() }))
    const counts = async (on: typeof plain) =>
      Object.entries(await on.rows())
        .filter(([table]) => table !== 'idempotencyKeys')
        .map(([table, rows]) => [table, rows.length])
    expect(await counts(troubled)).toEqual(await counts(plain))
    await expectNoGaps(troubled)
  })

  it('keeps to the key it is given, and makes one where none is given', async () => {
    const { sent, fetch } = watched()
    const client = await clientOf(news(), 'annotator', { fetch })
    const headers = { 'idempotency-key': 'mine' }
    const one = await client.createArticle({ body: articleOf('keyed'), headers })
    expect(await client.createArticle({ body: articleOf('keyed'), headers })).toEqual(one)
    await client.createArticle({ body: articleOf('not keyed') })
    expect(sent.map((request) => request.headers.get('idempotency-key'))).toEqual([
      'mine',
      'mine',
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ])
  })

  it('sends of many articles or files again only what an answer that was cut left open', async () => {
    const { sent, fetch } = watched(cutting(2))
    const client = await clientOf(news(), 'annotator', { fetch })
    const results = []
    const articles = [1, 2, 3, 4, 5].map((n) => articleOf(`many ${n}`))
    for await (const { line, status } of client.addArticles(articles)) results.push([line, status])
    // The third had arrived; only its answer was lost.
    const statuses = ['created', 'created', 'duplicate', 'duplicate', 'duplicate']
    expect(results).toEqual(statuses.map((status, i) => [i + 1, status]))
    const last = await sent.at(-1)?.text()
    expect(
      last
        ?.trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(articles.slice(2))

    const names = ['one.txt', 'two.txt', 'three.txt']
    const other = await clientOf(news(), 'annotator', { fetch: cutting(2) })
    const files = names.map((name) => new File([`“It is ${name},” said Ida Orme.`], name))
    const became = []
    for await (const { file, status } of other.addFiles({ files, publisher: 'The Quay Gazette' }))
      became.push([file, status])
    expect(became).toEqual(names.map((name, i) => [name, i < 2 ? 'created' : 'duplicate']))
  })

  it('does not send tags again whose answer was lost, since they would be made twice', async () => {
    const { id } = await (await clientOf(news(), 'annotator')).createArticle({ body: articleOf('tagged') })
    const { sent, fetch } = watched(cutting(1))
    const client = await clientOf(news(), 'annotator', { fetch })
    const tag = { articleId: id, quote: 'They are ours', question: QUESTION, position: PERSONAL }
    const statuses: string[] = []
    const tagging = async () => {
      for await (const { status } of client.addTags([tag, tag, tag])) statuses.push(status)
    }
    await expect(tagging()).rejects.toThrow(Interrupted)
    expect([statuses, sent.length]).toEqual([['created'], 1])
  })

  it('does not send a change again whose answer was lost, since it may have happened', async () => {
    const client = await clientOf(news(), 'curator')
    const { id } = await client.createArticle({ body: articleOf('lost') })
    const { sent, fetch } = watched(forgetful())
    const troubled = await clientOf(news(), 'curator', { fetch })
    await troubled.readArticle({ path: { id } })
    sent.length = 0
    await expect(troubled.updateArticle({ path: { id }, body: { title: 'Once' } })).rejects.toThrow('lost')
    expect(sent).toHaveLength(1)
  })

  it('waits as long as it is told before it sends again, and gives up in the end', async () => {
    const times: number[] = []
    const busy = async () => {
      times.push(performance.now())
      return Response.json(
        { title: 'Busy', detail: 'Later.', status: 503 },
        { status: 503, headers: { 'retry-after': '0' } },
      )
    }
    const client = await clientOf(news(), 'annotator', { fetch: busy, attempts: 3 })
    expect((await refusal(client.readArticle({ path: { id: 'art_1' } }))).status).toBe(503)
    expect(times).toHaveLength(3)
    const told = watched(async (request) =>
      told.sent.length > 1
        ? fetch(request)
        : new Response(null, { status: 429, headers: { 'retry-after': '1' } }),
    )
    const patient = await clientOf(news(), 'annotator', { fetch: told.fetch })
    const before = performance.now()
    await patient.readMe()
    expect(performance.now() - before).toBeGreaterThan(950)
  })
})
