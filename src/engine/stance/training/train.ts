// Learns the whole model: the look at words, then each look at context from answers that its claims' own questions did not teach.
import { type Belief, bestOf, inOrder, probabilitiesOf } from '../belief.ts'
import { campsOf, type Linking } from '../camps/index.ts'
import { contextOf } from '../context/index.ts'
import { type ClaimEvidence, evidenceOf } from '../evidence/index.ts'
import { looksAt, scoresOf } from '../looks.ts'
import type { Layer, StanceModel } from '../model.ts'
import { profileOf, type QuestionProfile } from '../question.ts'
import { type Rarity, rarityFrom } from '../rarity.ts'
import { readingOf } from '../reading.ts'
import { calibrate, type Sureness } from './calibrate.ts'
import { foldsOf, goldOf, type PlacedArticle } from './corpus.ts'
import { type Example, type FitSettings, fitLayer } from './fit.ts'
import { fitLinks } from './fit-links.ts'
import { taughtExamples } from './taught-examples.ts'

export interface TrainingSettings {
  readonly words: FitSettings
  readonly context: FitSettings
  /** Looks at context. */
  readonly looks: number
  readonly folds: number
}

export const SETTINGS: TrainingSettings = {
  words: { least: 3, pull: 1, pullOfWords: 5, rounds: 60 },
  context: { least: 3, pull: 3, pullOfWords: 5, rounds: 60 },
  looks: 1,
  folds: 6,
}

export type Progress = (line: string) => void

/** An article with the evidence of one look for each of its claims. */
interface Prepared {
  readonly profile: QuestionProfile
  readonly source: PlacedArticle
  readonly evidence: readonly ClaimEvidence[]
}

type Weights = Omit<StanceModel, 'version'>

/**
 * `calibrateOn` are articles of another hand: nothing is learnt from them but how sure to be.
 * Without them the answers on unseen questions of `articles` alone tell.
 */
export function trainStance(
  articles: readonly PlacedArticle[],
  rarity: ReadonlyMap<string, number>,
  settings: TrainingSettings = SETTINGS,
  progress: Progress = () => {},
  calibrateOn: readonly PlacedArticle[] = [],
): Weights {
  const rare = rarityFrom(rarity)
  const words = articles.map((source) => wordsEvidence(source, rare))
  const wordsLayer = fitLayer(examplesOf(words), settings.words)
  progress(`words: ${wordsLayer.sides.size + wordsLayer.ambivalent.size + wordsLayer.off.size} weights`)
  let beliefs = beliefsUnseen(words, settings.words, settings.folds)
  const links = fitLinks(articles, rare)
  progress(`links: ${links.size} weights`)
  const taught = fitLayer(taughtExamples(articles, beliefs, { rarity, links }), settings.context)
  const context: Layer[] = []
  for (let look = 1; look <= settings.looks; look++) {
    const prepared = words.map((one): Prepared => contextEvidence(one, { rarity, links }, beliefs))
    context.push(fitLayer(examplesOf(prepared), settings.context))
    beliefs = beliefsUnseen(prepared, settings.context, settings.folds)
    progress(`context ${look}: done`)
  }
  const weights = { rarity, words: wordsLayer, links, taught, context }
  const unseen = words.map((one) => surenessOf(one, beliefs.get(one.source) ?? []))
  return {
    ...weights,
    calibration: calibrate([unseen, surenessOn(calibrateOn, weights)].filter((set) => set.length > 0)),
  }
}

/** How sure the finished model is of articles that it was not taught. */
function surenessOn(articles: readonly PlacedArticle[], weights: Omit<Weights, 'calibration'>): Sureness[][] {
  const model = { ...weights, version: '', calibration: calibrate([]) }
  return articles.map((source) => {
    const prepared = wordsEvidence(source, rarityFrom(weights.rarity))
    const looks = looksAt(model, readingOf(source.article), prepared.profile)
    return surenessOf(prepared, looks.at(-1)?.beliefs ?? [])
  })
}

function wordsEvidence(source: PlacedArticle, rarity: Rarity): Prepared {
  const reading = readingOf(source.article)
  const profile = profileOf(source.question, rarity)
  return { source, profile, evidence: reading.claims.map((claim) => evidenceOf(claim, reading, profile)) }
}

function contextEvidence(
  { source, profile }: Prepared,
  model: Linking,
  beliefs: ReadonlyMap<PlacedArticle, readonly Belief[]>,
): Prepared {
  const own = beliefs.get(source) ?? []
  const article = readingOf(source.article)
  const camps = campsOf(model, article, own)
  return { source, profile, evidence: contextOf(article, own, camps, camps) }
}

function examplesOf(prepared: readonly Prepared[]): Example[] {
  return prepared.flatMap(({ source, evidence }) =>
    evidence.flatMap((bags, index) => {
      const gold = goldOf(source.question, source.positions[index] ?? null)
      return gold === null ? [] : [{ evidence: bags, gold }]
    }),
  )
}

/** What a model taught on the other questions holds of each claim. */
function beliefsUnseen(
  prepared: readonly Prepared[],
  settings: FitSettings,
  folds: number,
): Map<PlacedArticle, Belief[]> {
  const beliefs = new Map<PlacedArticle, Belief[]>()
  const byFold = foldsOf(
    prepared.map((one) => one.source),
    folds,
  )
  for (const fold of byFold) {
    const out = new Set(fold)
    const layer = fitLayer(examplesOf(prepared.filter((one) => !out.has(one.source))), settings)
    for (const { source, profile, evidence } of prepared) {
      if (!out.has(source)) continue
      beliefs.set(
        source,
        evidence.map((bags) => probabilitiesOf(scoresOf(bags, layer), profile)),
      )
    }
  }
  return beliefs
}

/** How sure the model was of its answer, and whether it was right. */
function surenessOf({ source, profile }: Prepared, beliefs: readonly Belief[]): Sureness[] {
  return beliefs.map((belief, index) => {
    const best = bestOf(inOrder(belief, profile))
    const gold = source.positions[index] ?? null
    const right = gold === null ? null : source.question.positions[best.index]?.slug === gold
    return { probability: best.probability, right }
  })
}
