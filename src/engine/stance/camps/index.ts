// Who sides with whom in an article, and so which side each claim is likely on: beliefs in, beliefs out.
import type { Belief } from '../belief.ts'
import type { StanceModel, Worth } from '../model.ts'
import { rarityFrom } from '../rarity.ts'
import type { ArticleReading } from '../reading.ts'
import { lineUp, type Pull } from './line-up.ts'
import { linksOf } from './links.ts'

/** What of a model the camps need. */
export type Linking = Pick<StanceModel, 'rarity' | 'links'>

const kept = new WeakMap<ArticleReading, { links: Worth; pulls: readonly Pull[] }>()

/** Links do not depend on the question, so an article's are weighed once for all questions. */
function pullsOf(model: Linking, article: ArticleReading): readonly Pull[] {
  const known = kept.get(article)
  if (known?.links === model.links) return known.pulls
  const pulls = linksOf(article, rarityFrom(model.rarity)).map(({ first, second, evidence }): Pull => {
    let pull = 0
    for (const [name, value] of evidence) pull += value * (model.links.get(name) ?? 0)
    return { first, second, pull }
  })
  kept.set(article, { links: model.links, pulls })
  return pulls
}

export function campsOf(
  model: Linking,
  article: ArticleReading,
  beliefs: readonly Belief[],
  decided?: readonly (Belief | null)[],
): Belief[] {
  return lineUp(beliefs, pullsOf(model, article), decided)
}
