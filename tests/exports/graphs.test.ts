// The two graphs: xAIF for argument mining, schema.org for search engines.

import { describe, expect, it } from 'vitest'
import { ok, PERSONAL, QUESTION, RECORDS, sharedNewsroom } from '../support/newsroom.ts'

const news = sharedNewsroom(async (room) => {
  const { article, claims } = await room.article(
    '“The letters are personal documents,” said Mara Voss for Kestrel Mail. “No, business records,” said Mara Voss and Ida Orme. “Lunch,” said nobody. “Rejected,” said Ida Orme.',
    {
      publisher: 'The Fernhill Courier',
      url: 'https://fernhill.example/letters',
      publishedAt: '2024-03-05T08:00:00Z',
    },
  )
  const [first] = claims
  ok(await room.patch(`/v1/claims/${first?.id}`, 'annotator', { type: 'indirect' }))
  ok(await room.patch(`/v1/claims/${claims[3]?.id}`, 'annotator', { status: 'rejected' }))
  return { article, claims }
})

const exported = async <T>(name: string) => {
  const { text } = await news().get(`/v1/exports/${name}`)
  return JSON.parse(text) as T
}

interface Aif {
  readonly nodes: { nodeID: number; text: string; type: string }[]
  readonly edges: { edgeID: number; fromID: number; toID: number }[]
  readonly locutions: { nodeID: number; personID: number }[]
  readonly participants: { participantID: number; firstname: string; surname: string }[]
}

describe('xaif.json', () => {
  it('has integer ids of its own for nodes and edges, and every edge has both ends', async () => {
    const { AIF } = await exported<{ AIF: Aif }>('xaif.json')
    const ids = AIF.nodes.map((node) => node.nodeID)
    expect(ids).toEqual(ids.map((_, i) => i + 1))
    expect(AIF.edges.map((edge) => edge.edgeID)).toEqual(AIF.edges.map((_, i) => i + 1))
    for (const { fromID, toID } of AIF.edges) {
      expect(ids).toContain(fromID)
      expect(ids).toContain(toID)
    }
  })

  it('has speakers as participants, each by what they say, and claims inferring to sides', async () => {
    const { AIF } = await exported<{ AIF: Aif }>('xaif.json')
    const name = ({ firstname, surname }: Aif['participants'][number]) => `${firstname} ${surname}`.trim()
    const people = new Map(AIF.participants.map((one) => [one.participantID, name(one)]))
    const node = new Map(AIF.nodes.map((one) => [one.nodeID, one]))
    const said = AIF.locutions.map(({ nodeID, personID }) => [people.get(personID), node.get(nodeID)?.text])
    expect(said).toEqual([
      ['Mara Voss', 'Mara Voss : The letters are personal documents,'],
      ['Mara Voss', 'Mara Voss : No, business records,'],
      ['Ida Orme', 'Ida Orme : No, business records,'],
    ])
    const count = (type: string) => AIF.nodes.filter((one) => one.type === type).length
    expect([count('L'), count('YA'), count('CA'), count('RA'), count('I')]).toEqual([3, 3, 2, 2, 5])
    expect(AIF.nodes.filter((one) => one.type === 'YA').map((one) => one.text)).toEqual([
      'Asserting',
      'Disagreeing',
      'Disagreeing',
    ])
  })
})

describe('quotations.jsonld', () => {
  it('has quotations and claims, who made them, where they stand and about which answer they are', async () => {
    const { '@context': context, '@graph': graph } = await exported<{
      '@context': string
      '@graph': Record<string, unknown>[]
    }>('quotations.jsonld')
    expect(context).toBe('https://schema.org')
    const of = (type: string) => graph.filter((node) => node['@type'] === type)
    const answer = (position: string) => [{ '@id': `urn:averment:question:${QUESTION}:${position}` }]
    const article = { '@id': `urn:averment:${news().given.article.id}` }
    expect(of('NewsArticle')).toEqual([
      expect.objectContaining({
        ...article,
        headline: 'A dispute',
        datePublished: '2024-03-05T08:00:00.000Z',
      }),
    ])
    expect(of('Claim')).toEqual([
      expect.objectContaining({
        text: 'The letters are personal documents,',
        author: [expect.objectContaining({ '@type': 'Person', name: 'Mara Voss' })],
        appearance: article,
        about: answer(PERSONAL),
      }),
    ])
    expect(of('Quotation')).toEqual([
      expect.objectContaining({ about: answer(RECORDS), isPartOf: article }),
      expect.objectContaining({ text: 'Lunch,', spokenByCharacter: [] }),
    ])
    const answers = of('Question').flatMap((node) => node.suggestedAnswer as { '@id': string }[])
    expect(answers.map((one) => one['@id'])).toContain(answer(PERSONAL)[0]?.['@id'])
  })
})
