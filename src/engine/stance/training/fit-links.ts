// Learns what a link says: the log-odds that two linked claims take the same side, over pairs that both take one.
import { evidenceOf, linksOf } from '../camps/links.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Worth } from '../model.ts'
import type { Rarity } from '../rarity.ts'
import { readingOf } from '../reading.ts'
import { goldOf, type PlacedArticle } from './corpus.ts'
import { minimise } from './minimise.ts'

const PULL = 2
const LEAST = 4
const ROUNDS = 80

interface Pair {
  readonly evidence: Evidence
  readonly agree: boolean
}

export function fitLinks(articles: readonly PlacedArticle[], rarity: Rarity): Worth {
  const pairs = articles.flatMap((one) => pairsOf(one, rarity))
  const names = frequent(pairs)
  const rows = pairs.map(({ evidence, agree }) => ({
    sign: agree ? 1 : -1,
    known: [...evidence].flatMap(([name, value]) => {
      const at = names.get(name)
      return at === undefined ? [] : [{ at, value }]
    }),
  }))
  const weights = minimise(
    (at, gradient) => {
      let loss = 0
      for (let i = 0; i < at.length; i++) {
        gradient[i] = PULL * (at[i] ?? 0)
        loss += 0.5 * PULL * (at[i] ?? 0) ** 2
      }
      for (const { sign, known } of rows) {
        const margin = sign * known.reduce((sum, { at: i, value }) => sum + value * (at[i] ?? 0), 0)
        const wrong = 1 / (1 + Math.exp(margin))
        loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin
        for (const { at: i, value } of known) gradient[i] = (gradient[i] ?? 0) - sign * wrong * value
      }
      return loss
    },
    names.size,
    ROUNDS,
  )
  return new Map([...names].map(([name, index]) => [name, weights[index] ?? 0]))
}

function pairsOf({ article, question, positions }: PlacedArticle, rarity: Rarity): Pair[] {
  const sides = positions.map((slug) => goldOf(question, slug))
  return linksOf(readingOf(article), rarity).flatMap((link) => {
    const [one, other] = [sides[link.first], sides[link.second]]
    if (typeof one !== 'number' || typeof other !== 'number') return []
    return [{ evidence: evidenceOf(link), agree: one === other }]
  })
}

function frequent(pairs: readonly Pair[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { evidence } of pairs)
    for (const name of evidence.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= LEAST).map(([name]) => name)
  return new Map(names.map((name, index) => [name, index]))
}
