// The position of a claim on a question: its ruling, else what most people say, else what the machine says.

import type { WordsAlone } from '../storage/tables.ts'

export type Basis = 'ruling' | 'people' | 'machine'

export interface Vote {
  readonly position: string
  readonly kind: 'person' | 'software'
  /** The version of the question it was made under. */
  readonly questionVersion: number
  readonly confidence: number | null
  /** The engine's: what the claim's words by themselves would give. */
  readonly wordsAlone: WordsAlone | null
}

export interface Settled {
  readonly position: string
  readonly basis: Basis
  /** 1 for a ruling, the share of people who agree, or the machine's own probability. */
  readonly confidence: number
  /** With the machine as basis: what the claim's words by themselves would give. */
  readonly wordsAlone: WordsAlone | null
  /** The newest version of the question among people's tags, or the ruling's; null with the machine as basis. */
  readonly version: number | null
  /** How many people's tags stand under that version. */
  readonly people: number
}

/** What a software annotator is taken to be worth when it does not say how sure it is. */
const UNSTATED = 0.5

/**
 * `votes` are the current tags of one claim on one question, one for each annotator, oldest first.
 * A tie among people is `ambivalent`. Several software annotators are weighed by their confidence.
 */
export function settle(
  ruling: { position: string; questionVersion: number } | null,
  votes: readonly Vote[],
): Settled | null {
  const people = votes.filter((vote) => vote.kind === 'person')
  if (ruling)
    return {
      position: ruling.position,
      basis: 'ruling',
      confidence: 1,
      wordsAlone: null,
      version: ruling.questionVersion,
      people: peopleUnder(ruling.questionVersion, people),
    }
  if (people.length > 0) return majority(people)
  return heaviest(votes)
}

const peopleUnder = (version: number, people: readonly Vote[]) =>
  people.filter((vote) => vote.questionVersion === version).length

function majority(people: readonly Vote[]): Settled {
  const counts = new Map<string, number>()
  for (const { position } of people) counts.set(position, (counts.get(position) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const [first, second] = [...counts].filter(([, n]) => n === most)
  const position = first && !second ? first[0] : 'ambivalent'
  const version = Math.max(...people.map((vote) => vote.questionVersion))
  return {
    position,
    basis: 'people',
    confidence: most / people.length,
    wordsAlone: null,
    version,
    people: peopleUnder(version, people),
  }
}

function heaviest(machines: readonly Vote[]): Settled | null {
  const weights = new Map<string, { sum: number; n: number; wordsAlone: WordsAlone | null }>()
  for (const { position, confidence, wordsAlone } of machines) {
    const weight = weights.get(position) ?? { sum: 0, n: 0, wordsAlone: null }
    weights.set(position, {
      sum: weight.sum + (confidence ?? UNSTATED),
      n: weight.n + 1,
      wordsAlone: wordsAlone ?? weight.wordsAlone,
    })
  }
  let best: Settled | null = null
  let heaviestSum = -1
  for (const [position, { sum, n, wordsAlone }] of weights) {
    if (sum <= heaviestSum) continue
    heaviestSum = sum
    best = { position, basis: 'machine', confidence: sum / n, wordsAlone, version: null, people: 0 }
  }
  return best
}

const RANK: Record<Basis, number> = { machine: 0, people: 1, ruling: 2 }

/** How strong a claim is as evidence: settled by a ruling before people before the machine, then by confidence. */
export const strengthOf = ({ basis, confidence }: Pick<Settled, 'basis' | 'confidence'>): number =>
  RANK[basis] + confidence / 2
