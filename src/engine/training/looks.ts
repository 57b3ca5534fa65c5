// First looks at training articles: examples for the flat tagger, and honest looks by taggers that never saw the article.
import { type FirstLook, lookFrom, type Tagger } from '../attribution/flat-tagger.ts'
import { allowedTransitions, LABELS } from '../attribution/labels.ts'
import { type ParsedReading, parsed, readingOf } from '../attribution/reading.ts'
import { stretchesOf } from '../attribution/stretches.ts'
import { TOKEN_FEATURES, tokenFeatures } from '../attribution/token-features.ts'
import type { Stretch } from '../document.ts'
import type { GrammarModel } from '../grammar/index.ts'
import { scoresOf } from '../model/weights.ts'
import { type Example, type LearningSettings, trainChain } from './chain-trainer.ts'
import type { TrainingArticle } from './corpus.ts'
import { labelsWithin, outerLabels } from './flat-labels.ts'

export interface Prepared {
  readonly article: TrainingArticle
  readonly reading: ParsedReading
  readonly stretches: readonly Stretch[]
  readonly examples: readonly Example[]
}

export function prepare(article: TrainingArticle, grammar: GrammarModel | null): Prepared {
  const reading = parsed(readingOf(article.document), grammar)
  const labels = outerLabels(article)
  const stretches = stretchesOf(article.document)
  const examples = stretches.map((stretch) => ({
    features: tokenFeatures(reading, stretch),
    gold: labelsWithin(labels, stretch),
    weight: article.weight,
  }))
  return { article, reading, stretches, examples }
}

export type Report = (line: string) => void

export function trainFlat(prepared: readonly Prepared[], settings: LearningSettings, report: Report): Tagger {
  const transitions = allowedTransitions(LABELS)
  return trainChain(
    prepared.flatMap((one) => one.examples),
    { ...settings, labels: LABELS, width: TOKEN_FEATURES, transitions },
    (epoch, loss) => report(`first look, pass ${epoch + 1}: loss ${loss.toFixed(4)}`),
  )
}

export const looksAt = (one: Prepared, { weights, chain }: Tagger): FirstLook[] =>
  one.stretches.map((stretch, index) => {
    const features = one.examples[index]?.features ?? new Int32Array(0)
    return lookFrom(stretch, scoresOf(weights, features, TOKEN_FEATURES, stretch.last - stretch.first), chain)
  })

/** Looks at every article by a tagger trained on the other folds. */
export function crossLooks(
  prepared: readonly Prepared[],
  folds: number,
  settings: LearningSettings,
  report: Report,
): FirstLook[][] {
  const looks: FirstLook[][] = prepared.map(() => [])
  for (let fold = 0; fold < folds; fold++) {
    report(`fold ${fold + 1} of ${folds}`)
    const tagger = trainFlat(
      prepared.filter((_, index) => index % folds !== fold),
      settings,
      report,
    )
    prepared.forEach((one, index) => {
      if (index % folds === fold) looks[index] = looksAt(one, tagger)
    })
  }
  return looks
}
