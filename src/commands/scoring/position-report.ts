// Figures for positions as lines to print: no tags, with tags, end to end, and which positions are taken for which.
import type { Engine, Extraction, StanceArticle } from '../../engine/index.ts'
import type { StanceModel } from '../../engine/stance/model.ts'
import type { Span } from '../../engine/types.ts'
import type { PlacedArticle } from './placed.ts'
import { type JudgedClaim, type QuestionScore, scorePositions } from './positions.ts'
import { figuresOn } from './stance-figures.ts'

export function positionLines(
  engine: Engine,
  model: StanceModel,
  articles: readonly PlacedArticle[],
): string[] {
  const figures = figuresOn(model, articles)
  const alone = scorePositions(articles.flatMap((one) => judgeGold(engine, one)))
  const found = scorePositions(articles.flatMap((one) => judgeFound(engine, one)))
  const { without, withTags } = figures.thirtyTags
  return [
    `positions, no tags: accuracy ${figures.accuracy}  macro-F1 ${figures.macroF1}  sides F1 ${figures.sidesF1}  calibration error ${figures.calibrationError}`,
    `  words alone: macro-F1 ${figures.wordsAloneMacroF1}`,
    `  with the other articles' tags: macro-F1 ${figures.otherArticlesMacroF1}`,
    `  with 30 tags of a question: macro-F1 ${withTags} on the rest (without: ${without})`,
    `  on the engine's own claims: accuracy ${percent(found.accuracy)}  macro-F1 ${percent(found.macroF1)}  sides F1 ${percent(found.sidesF1)}`,
    ...alone.questions.flatMap(questionLines),
  ]
}

const percent = (share: number): string => (100 * share).toFixed(1)

function questionLines({ question, claims, accuracy, macroF1, confusion }: QuestionScore): string[] {
  const rows = Object.entries(confusion).map(([gold, given]) => {
    const counts = Object.entries(given).sort(([, a], [, b]) => b - a)
    return `    ${gold.padEnd(24)} → ${counts.map(([position, count]) => `${position} ${count}`).join(', ')}`
  })
  return [
    `  ${question}: ${claims} claims, accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}`,
    ...rows,
  ]
}

function judgeGold(engine: Engine, { article, question, positions }: PlacedArticle): JudgedClaim[] {
  const suggestions = engine.suggest(article, question)
  return positions.flatMap((gold, index) =>
    gold === null ? [] : [{ question: question.slug, gold, predicted: suggestions[index]?.position ?? null }],
  )
}

/** People's claims against the positions of the claims that the engine found there; one that it missed counts as wrong. */
function judgeFound(engine: Engine, { article, question, positions }: PlacedArticle): JudgedClaim[] {
  const found = asStanceArticle(article, engine.extract(article.text))
  const suggestions = engine.suggest(found, question)
  return positions.flatMap((gold, index) => {
    const content = article.claims[index]?.content ?? []
    const at = closest(content, found)
    return gold === null
      ? []
      : [{ question: question.slug, gold, predicted: suggestions[at]?.position ?? null }]
  })
}

function asStanceArticle({ title, text }: StanceArticle, { claims, speakers }: Extraction): StanceArticle {
  const nameOf = (speaker: number): string => speakers[speaker]?.name ?? ''
  return {
    title,
    text,
    claims: claims.map(({ content, cue, source, type, polarity, speakers: own }) => ({
      content,
      cue,
      source,
      type,
      polarity,
      speakers: own.map(nameOf),
      affiliations: own.flatMap((one) =>
        (speakers[one]?.affiliations ?? []).map(({ speaker }) => nameOf(speaker)),
      ),
    })),
  }
}

/** Index of the claim whose content overlaps most, at least half of both together; -1 when none does. */
function closest(content: readonly Span[], { claims }: StanceArticle): number {
  const overlaps = claims.map((claim) => overlapOf(content, claim.content))
  const most = Math.max(0, ...overlaps)
  return most >= 0.5 ? overlaps.indexOf(most) : -1
}

/** Characters in both over characters in either. */
function overlapOf(some: readonly Span[], others: readonly Span[]): number {
  const length = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  let both = 0
  for (const one of some) {
    for (const other of others)
      both += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  }
  return both / Math.max(1, length(some) + length(others) - both)
}
