// Headline figures of a stance model on articles that people have placed, as the words alone give them and with context.

import type { StanceModel } from '../../engine/stance/model.ts'
import { suggest } from '../../engine/stance/suggest.ts'
import { foldsOf } from '../../engine/stance/training/corpus.ts'
import { trainStance } from '../../engine/stance/training/train.ts'
import type { PlacedArticle } from './placed.ts'
import { type JudgedClaim, type PositionScores, scorePositions } from './positions.ts'
import { type TagGain, withOtherArticles, withThirtyTags } from './tagged.ts'

/** Percent, one decimal; the calibration error as a share. */
export interface Figures {
  readonly accuracy: number
  readonly macroF1: number
  readonly sidesF1: number
  readonly calibrationError: number
  readonly wordsAloneMacroF1: number
  /** With the tags of the question's other articles. */
  readonly otherArticlesMacroF1: number
  /** On the claims left over when thirty are tagged, without and with those tags. */
  readonly thirtyTags: { readonly without: number; readonly withTags: number }
}

interface Judgement {
  readonly whole: JudgedClaim
  readonly alone: JudgedClaim
}

export const figuresOn = (model: StanceModel, articles: readonly PlacedArticle[]): Figures =>
  figuresOf([measure(model, articles)])

/** What one model gives on some questions; several such parts make one figure. */
interface Part {
  readonly judgements: readonly Judgement[]
  readonly otherArticles: readonly JudgedClaim[]
  readonly thirtyTags: TagGain
  readonly questions: number
}

const measure = (model: StanceModel, articles: readonly PlacedArticle[]): Part => ({
  judgements: articles.flatMap((one) => judge(model, one)),
  otherArticles: withOtherArticles(model, articles),
  thirtyTags: withThirtyTags(model, articles),
  questions: new Set(articles.map((one) => one.question.slug)).size,
})

/** Each question is judged by a model that was taught on other questions only. */
export function checkByQuestion(
  articles: readonly PlacedArticle[],
  rarity: ReadonlyMap<string, number>,
  progress: (line: string) => void,
): Figures {
  const folds = foldsOf(articles, 6)
  const parts = folds.map((fold, at) => {
    const out = new Set(fold)
    const weights = trainStance(
      articles.filter((one) => !out.has(one)),
      rarity,
    )
    progress(`stance: fold ${at + 1} of ${folds.length} done`)
    return measure({ ...weights, version: 'check' }, fold)
  })
  return figuresOf(parts)
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

function figuresOf(parts: readonly Part[]): Figures {
  const judgements = parts.flatMap((part) => part.judgements)
  const whole: PositionScores = scorePositions(judgements.map((one) => one.whole))
  const alone = scorePositions(judgements.map((one) => one.alone))
  const questions = parts.reduce((sum, part) => sum + part.questions, 0)
  // Scores are means over questions, so parts weigh by their questions.
  const gain = (pick: (gain: TagGain) => number): number =>
    percent(parts.reduce((sum, part) => sum + part.questions * pick(part.thirtyTags), 0) / questions)
  return {
    accuracy: percent(whole.accuracy),
    macroF1: percent(whole.macroF1),
    sidesF1: percent(whole.sidesF1),
    calibrationError: Math.round(whole.calibrationError * 1000) / 1000,
    wordsAloneMacroF1: percent(alone.macroF1),
    otherArticlesMacroF1: percent(scorePositions(parts.flatMap((part) => part.otherArticles)).macroF1),
    thirtyTags: { without: gain((one) => one.without), withTags: gain((one) => one.withTags) },
  }
}

const percent = (share: number): number => Math.round(share * 1000) / 10
