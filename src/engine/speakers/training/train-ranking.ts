// Learns the ranking from nothing: articles are read with no weights, then once more with the weights so learnt,
// since who was meant before decides who is at hand later.
import { type AnnotatedArticle, choicesOf } from './choices.ts'
import { LEARNING, type LearningSettings, learn } from './learn.ts'

/** Readings of the corpus. */
const READINGS = 2
/** Weights smaller than this are left out. */
const THRESHOLD = 0.02

export type Weights = Readonly<Record<string, number>>

export function trainRanking(
  articles: readonly AnnotatedArticle[],
  settings: LearningSettings = LEARNING,
): Weights {
  let weights: Weights = {}
  for (let reading = 0; reading < READINGS; reading++) {
    const choices = articles.flatMap((article) => choicesOf(article, weights))
    weights = rounded(learn(choices, settings))
  }
  return weights
}

const rounded = (weights: ReadonlyMap<string, number>): Weights =>
  Object.fromEntries(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) > THRESHOLD)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([feature, weight]) => [feature, Math.round(weight * 100) / 100]),
  )

/** The source of `weights.ts`; `figures` is a sentence on how well the choices are made. */
export function weightsModule(
  weights: Weights,
  corpora: readonly string[],
  figures: string,
  settings: LearningSettings = LEARNING,
): string {
  const key = (feature: string): string =>
    /^[a-z]+$/.test(feature) ? feature : `'${feature.replaceAll("'", "\\'")}'`
  const lines = Object.entries(weights).map(([feature, weight]) => `  ${key(feature)}: ${weight},`)
  const head = [
    '// Weights of the ranking, learnt by `npm run train:speakers`; nothing here is written by hand.',
    `// Corpora: ${corpora.join(', ')}. Settings: ${JSON.stringify(settings)}.`,
    `// ${figures}`,
  ]
  return `${head.join('\n')}\n\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n}\n`
}
