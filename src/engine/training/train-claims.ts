// The whole training of the claim extractor: first look, honest first looks for the second, second look.
import type { ModelHeader, Taggers } from '../model/claims-model.ts'
import type { TrainingArticle } from './corpus.ts'
import { frameExamples, trainFrames } from './frame-examples.ts'
import { crossLooks, type FlatSettings, prepare, type Report, trainFlat } from './looks.ts'

export interface TrainingSettings {
  readonly folds: number
  readonly flat: FlatSettings
  readonly frames: FlatSettings
}

export const SETTINGS: TrainingSettings = {
  folds: 3,
  flat: { bits: 21, epochs: 3, rate: 0.1, l1: 0.5, l2: 1, seed: 1 },
  frames: { bits: 21, epochs: 3, rate: 0.1, l1: 0.7, l2: 1, seed: 2 },
}

export function trainClaims(
  articles: readonly TrainingArticle[],
  settings: TrainingSettings,
  report: Report,
): Taggers {
  const prepared = articles.map(prepare)
  const looks = crossLooks(prepared, settings.folds, settings.flat, report)
  report('first look, all articles')
  const flat = trainFlat(prepared, settings.flat, report)
  const examples = prepared.flatMap((one, index) => frameExamples(one, looks[index] ?? []))
  report(`second look, ${examples.length} cues`)
  const frames = trainFrames(examples, settings.frames, report)
  return { flat, frames }
}

/** The settings as flat numbers, for the header. */
export const settingsOf = ({ folds, flat, frames }: TrainingSettings): ModelHeader['settings'] => ({
  folds,
  ...Object.fromEntries(Object.entries(flat).map(([name, value]) => [`flat.${name}`, value])),
  ...Object.fromEntries(Object.entries(frames).map(([name, value]) => [`frames.${name}`, value])),
})
