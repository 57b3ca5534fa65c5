// xAIF, the argument interchange format: who said it (locution), what was said (information), and the position it supports.

import type { ClaimEntry, Corpus } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

interface Graph {
  readonly nodes: readonly object[]
  readonly edges: readonly object[]
  readonly locutions: readonly object[]
}

const ILLOCUTIONS: Readonly<Record<string, string>> = {
  asserted: 'Asserting',
  denied: 'Disagreeing',
  questioned: 'Pure Questioning',
}

/** Ids are integers: each list is written in a walk of its own, and every walk counts alike. */
function counting() {
  let [node, edge] = [0, 0]
  const edgeOf = (fromID: number, toID: number) => ({ edgeID: ++edge, fromID, toID })
  return {
    node: (type: string, text: string) => ({ nodeID: ++node, text, type }),
    /** From the one over the next to the last. */
    chain: (...ids: number[]) => ids.slice(1).map((to, i) => edgeOf(ids[i] ?? 0, to)),
  }
}

type Counter = ReturnType<typeof counting>

function graphOf(
  claim: ClaimEntry,
  count: Counter,
  sides: ReadonlyMap<string, number>,
  people: ReadonlyMap<string, number>,
): Graph {
  const said = count.node('I', claim.quote)
  const graph = { nodes: [said] as object[], edges: [] as object[], locutions: [] as object[] }
  for (const speaker of claim.speakers) {
    const locution = count.node('L', `${speaker.name} : ${claim.quote}`)
    const act = count.node('YA', ILLOCUTIONS[claim.polarity] ?? 'Asserting')
    graph.nodes.push(locution, act)
    graph.edges.push(...count.chain(locution.nodeID, act.nodeID, said.nodeID))
    graph.locutions.push({ nodeID: locution.nodeID, personID: people.get(speaker.id) ?? 0 })
  }
  for (const { question, position } of claim.positions) {
    const side = sides.get(`${question} ${position}`)
    if (side === undefined) continue
    const inference = count.node('RA', 'Default Inference')
    graph.nodes.push(inference)
    graph.edges.push(...count.chain(said.nodeID, inference.nodeID, side))
  }
  return graph
}

/** The sides of every question, each against the others. */
async function sidesOf(corpus: Corpus, count: Counter) {
  const ids = new Map<string, number>()
  const graph = { nodes: [] as object[], edges: [] as object[], locutions: [] as object[] }
  for await (const { slug, positions } of corpus.questions()) {
    const nodes = positions
      .filter((one) => one.kind === 'side')
      .map((one) => ({ slug: one.slug, node: count.node('I', one.definition || one.label) }))
    for (const { slug: position, node } of nodes) ids.set(`${slug} ${position}`, node.nodeID)
    graph.nodes.push(...nodes.map(({ node }) => node))
    for (const a of nodes)
      for (const b of nodes) {
        if (a === b) continue
        const conflict = count.node('CA', 'Default Conflict')
        graph.nodes.push(conflict)
        graph.edges.push(...count.chain(a.node.nodeID, conflict.nodeID, b.node.nodeID))
      }
  }
  return { ids, graph }
}

async function* walk(corpus: Corpus, people: ReadonlyMap<string, number>, list: keyof Graph) {
  const count = counting()
  const { ids, graph } = await sidesOf(corpus, count)
  let between = ''
  const written = (parts: Graph) =>
    parts[list].map((one) => {
      const text = `${between}\n${JSON.stringify(one)}`
      between = ','
      return text
    })
  yield written(graph)
  for await (const { claims } of corpus.articles([]))
    yield claims
      .filter((claim) => claim.status !== 'rejected')
      .flatMap((claim) => written(graphOf(claim, count, ids, people)))
}

async function* write(corpus: Corpus) {
  const people = new Map<string, number>()
  const participants: object[] = []
  for await (const { id, name, kind } of corpus.speakers()) {
    people.set(id, people.size + 1)
    const [, firstname = '', surname = name] = (kind === 'person' ? /^(.+)\s(\S+)$/.exec(name) : null) ?? []
    participants.push({ participantID: people.size, firstname, surname })
  }
  yield ['{"AIF":{"nodes":[']
  yield* walk(corpus, people, 'nodes')
  yield ['\n],"edges":[']
  yield* walk(corpus, people, 'edges')
  yield ['\n],"schemefulfillments":[],"locutions":[']
  yield* walk(corpus, people, 'locutions')
  yield [
    `\n],"descriptorfulfillments":[],"cqdescriptorfulfillments":[],"participants":${JSON.stringify(participants)}},"text":"","OVA":[],"dialog":true}\n`,
  ]
}

export const xaif: Format = {
  name: 'xaif.json',
  operationId: 'exportArgumentMap',
  mediaType: 'application/json; charset=utf-8',
  summary: 'Export as an argument map (xAIF)',
  description:
    'What is said (I), who says it (L, with its participant) and how (YA); the sides of the open questions as I nodes in conflict (CA), and each claim’s inference (RA) to the side it takes. Node ids are integers.',
  losses: [
    losses.keys,
    losses.ledger,
    losses.texts,
    losses.spans,
    losses.cue,
    losses.rejected,
    losses.speakers,
    losses.questions,
    { code: 'not-a-side', detail: 'That a claim is ambivalent or off the question.' },
    losses.tags,
    losses.history,
    losses.rationales,
    losses.confidence,
    losses.status,
    losses.made,
    losses.hearsay,
    losses.ids,
  ],
  filtered: true,
  write,
}
