// Headline figures of a stance model on articles that people have placed, as the words alone give them and with context.

import type { StanceModel } from '../../engine/stance/model.ts'
import { suggest } from '../../engine/stance/suggest.ts'
import { foldsOf } from '../../engine/stance/training/corpus.ts'
import { trainStance } from '../../engine/stance/training/train.ts'
import type { PlacedArticle } from './placed.ts'
import { type JudgedClaim, type PositionScores, scorePositions } from './positions.ts'

/** Percent, one decimal; the calibration error as a share. */
export interface Figures {
  readonly accuracy: number
  readonly macroF1: number
  readonly sidesF1: number
  readonly calibrationError: number
  readonly wordsAloneMacroF1: number
}

interface Judgement {
  readonly whole: JudgedClaim
  readonly alone: JudgedClaim
}

export const figuresOn = (model: StanceModel, articles: readonly PlacedArticle[]): Figures =>
  figuresOf(articles.flatMap((one) => judge(model, one)))

/** Each question is judged by a model that was taught on other questions only. */
export function checkByQuestion(
  articles: readonly PlacedArticle[],
  rarity: ReadonlyMap<string, number>,
  progress: (line: string) => void,
): Figures {
  const folds = foldsOf(articles, 6)
  const judgements = folds.flatMap((fold, at) => {
    const out = new Set(fold)
    const weights = trainStance(
      articles.filter((one) => !out.has(one)),
      rarity,
    )
    progress(`stance: fold ${at + 1} of ${folds.length} done`)
    return fold.flatMap((one) => judge({ ...weights, version: 'check' }, one))
  })
  return figuresOf(judgements)
}

function judge(model: StanceModel, { article, question, positions }: PlacedArticle): Judgement[] {
  return suggest(model, article, question).flatMap(({ position, confidence, wordsAlone }, index) => {
    const gold = positions[index] ?? null
    if (gold === null) return []
    const of = { question: question.slug, gold }
    return [
      { whole: { ...of, predicted: position, confidence }, alone: { ...of, predicted: wordsAlone.position } },
    ]
  })
}

function figuresOf(judgements: readonly Judgement[]): Figures {
  const whole: PositionScores = scorePositions(judgements.map((one) => one.whole))
  const alone = scorePositions(judgements.map((one) => one.alone))
  return {
    accuracy: percent(whole.accuracy),
    macroF1: percent(whole.macroF1),
    sidesF1: percent(whole.sidesF1),
    calibrationError: Math.round(whole.calibrationError * 1000) / 1000,
    wordsAloneMacroF1: percent(alone.macroF1),
  }
}

const percent = (share: number): number => Math.round(share * 1000) / 10
