// Who sides with whom in an article, and so which side each claim is likely on: beliefs in, beliefs out.
import type { Belief } from '../belief.ts'
import type { StanceModel, Worth } from '../model.ts'
import { rarityFrom } from '../rarity.ts'
import type { ArticleReading } from '../reading.ts'
import { lineUp, type Pull } from './line-up.ts'
import { evidenceOf, linksOf } from './links.ts'

/** What of a model the camps need. */
export type Linking = Pick<StanceModel, 'rarity' | 'links'>

/** What a kind of link is worth by itself, and for each unit of likeness. */
interface KindWorth {
  readonly itself: number
  readonly alike: number
}

const kept = new WeakMap<ArticleReading, { links: Worth; pulls: readonly Pull[] }>()
/** Kinds are few (some thousand at most) and recur in every article, so each is weighed once for a model. */
const weighed = new WeakMap<Worth, Map<string, KindWorth>>()

/** Links do not depend on the question, so an article's are weighed once for all questions. */
function pullsOf(model: Linking, article: ArticleReading): readonly Pull[] {
  const known = kept.get(article)
  if (known?.links === model.links) return known.pulls
  const kinds = weighed.get(model.links) ?? new Map<string, KindWorth>()
  weighed.set(model.links, kinds)
  const pulls = linksOf(article, rarityFrom(model.rarity)).map(({ first, second, kind, alike }): Pull => {
    const worth = kinds.get(kind) ?? weigh(kind, model.links)
    kinds.set(kind, worth)
    return { first, second, pull: worth.itself + alike * worth.alike }
  })
  kept.set(article, { links: model.links, pulls })
  return pulls
}

function weigh(kind: string, links: Worth): KindWorth {
  const sum = (alike: number): number => {
    let total = 0
    for (const [name, value] of evidenceOf({ kind, alike })) total += value * (links.get(name) ?? 0)
    return total
  }
  return { itself: sum(0), alike: sum(1) - sum(0) }
}

export function campsOf(
  model: Linking,
  article: ArticleReading,
  beliefs: readonly Belief[],
  decided?: readonly (Belief | null)[],
): Belief[] {
  return lineUp(beliefs, pullsOf(model, article), decided)
}
