// The whole training of the claim extractor: first look, honest first looks for the second, second look.

import { type ParsedArticle, parsedSentences } from '../grammar/training/sentences.ts'
import { type GrammarSettings, trainGrammar } from '../grammar/training/train-grammar.ts'
import type { ModelHeader, Taggers } from '../model/claims-model.ts'
import type { LearningSettings } from './chain-trainer.ts'
import { type TrainingArticle, trainingArticle } from './corpus.ts'
import { frameExamples, trainFrames } from './frame-examples.ts'
import { inventedArticles } from './invented/articles.ts'
import { crossLooks, prepare, type Report, trainFlat } from './looks.ts'

export interface TrainingSettings {
  readonly folds: number
  readonly grammar: GrammarSettings
  readonly flat: LearningSettings
  readonly frames: LearningSettings
}

/** Articles made up from phrases that are mixed into every training. */
export const INVENTED = 60

export const SETTINGS: TrainingSettings = {
  folds: 2,
  grammar: {
    bits: 19,
    tagPasses: 3,
    arcPasses: 4,
    relationPasses: 2,
    threshold: { tags: 1.5, arcs: 1, relations: 1.5 },
  },
  flat: { bits: 22, fewest: 2, epochs: 4, rate: 0.1, l1: 0.4, l2: 1, seed: 1, dropout: 0.1 },
  frames: { bits: 22, fewest: 2, epochs: 3, rate: 0.1, l1: 0.4, l2: 1, seed: 2, dropout: 0.1 },
}

export function trainClaims(
  articles: readonly TrainingArticle[],
  parses: readonly ParsedArticle[],
  settings: TrainingSettings,
  report: Report,
): Taggers {
  const grammar = parses.length > 0 ? trainGrammar(parsedSentences(parses), settings.grammar, report) : null
  const invented = inventedArticles(INVENTED).map((article) => trainingArticle(article, 1))
  const prepared = [...articles, ...invented].map((article) => prepare(article, grammar))
  const looks = crossLooks(prepared, settings.folds, settings.flat, report)
  report('first look, all articles')
  const flat = trainFlat(prepared, settings.flat, report)
  const examples = prepared.flatMap((one, index) => frameExamples(one, looks[index] ?? []))
  report(`second look, ${examples.length} cues`)
  const frames = trainFrames(examples, settings.frames, report)
  return { grammar, flat, frames }
}

/** The settings as flat numbers, for the header: "flat.epochs", "grammar.threshold.tags". */
export const settingsOf = (settings: TrainingSettings): ModelHeader['settings'] =>
  Object.fromEntries(flattened('', settings))

function flattened(prefix: string, settings: object): [string, number][] {
  return Object.entries(settings).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flattened(`${prefix}${name}.`, value)
      : [[`${prefix}${name}`, Number(value)] satisfies [string, number]],
  )
}
