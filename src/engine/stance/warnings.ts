// What would make a question's definition work better for the machine: "two sides say the same", "names no grounds".
import type { QuestionDefinition } from '../types.ts'
import { isFunctionWord } from './function-words.ts'
import { wordsOfText } from './words.ts'

export interface DefinitionWarning {
  /** Stable, for programs. */
  readonly code:
    | 'no_question_text'
    | 'one_side'
    | 'many_sides'
    | 'no_definition'
    | 'short_definition'
    | 'no_grounds'
    | 'sides_share_words'
    | 'not_english'
    | 'no_off_question'
  /** For people: what is wrong and what to do. */
  readonly detail: string
}

type Position = QuestionDefinition['positions'][number]

/** With more sides than this, each claim's words are thin evidence for any one of them. */
const MANY_SIDES = 6
/** Fewer telling words than this and most claims share none of them. */
const FEW_WORDS = 6
/** Definitions that give grounds have at least so many; those that only state the side seldom do. */
const GROUNDED = 12
/** Share of the smaller side's words that the other may have as well. */
const MOST_SHARED = 0.7
/** English prose is two fifths function words; a text with hardly any is in another language (or no prose). */
const LEAST_FUNCTION_WORDS = 0.15

export function warnings(question: QuestionDefinition): DefinitionWarning[] {
  const sides = question.positions.filter((position) => position.kind === 'side')
  return [
    ...textWarnings(question),
    ...countWarnings(question, sides.length),
    ...sides.flatMap(definitionWarnings),
    ...overlapWarnings(sides),
  ]
}

function textWarnings({ text, positions }: QuestionDefinition): DefinitionWarning[] {
  if (wordsOfText(text).length === 0)
    return [
      { code: 'no_question_text', detail: 'The question has no text; the machine takes its topic from it.' },
    ]
  const words = wordsOfText([text, ...positions.map((position) => position.definition)].join('. '))
  const share = words.filter((word) => isFunctionWord(word.form)).length / words.length
  if (words.length < 8 || share >= LEAST_FUNCTION_WORDS) return []
  return [
    {
      code: 'not_english',
      detail:
        'The definitions do not look like English, which is all the machine knows; it learns from tags alone here.',
    },
  ]
}

function countWarnings({ positions }: QuestionDefinition, sides: number): DefinitionWarning[] {
  const found: DefinitionWarning[] = []
  if (sides < 2)
    found.push({
      code: 'one_side',
      detail: 'With fewer than two sides nothing sets one apart; define what its opponents hold.',
    })
  if (sides > MANY_SIDES)
    found.push({
      code: 'many_sides',
      detail: `${sides} sides are many to tell apart; expect low confidence, or split the question.`,
    })
  if (!positions.some((position) => position.kind === 'off-question'))
    found.push({
      code: 'no_off_question',
      detail: 'Without an off-question position every claim is given one of the others.',
    })
  return found
}

function definitionWarnings({ slug, definition }: Position): DefinitionWarning[] {
  const count = telling(definition).size
  if (count === 0)
    return [
      {
        code: 'no_definition',
        detail: `"${slug}" has no definition; the machine has only its name to go by.`,
      },
    ]
  if (count < FEW_WORDS)
    return [
      {
        code: 'short_definition',
        detail: `"${slug}" is defined in ${count} telling words; say what its advocates hold and why.`,
      },
    ]
  if (count < GROUNDED)
    return [
      {
        code: 'no_grounds',
        detail: `"${slug}" names few grounds; add the arguments and comparisons that are made for it.`,
      },
    ]
  return []
}

/** Sides are compared with the side before them in the list that they share most with, so twenty alike give few lines. */
function overlapWarnings(sides: readonly Position[]): DefinitionWarning[] {
  const words = sides.map((side) => telling(side.definition))
  return sides.flatMap((side, i) => {
    const alike = sides.slice(0, i).find((_, j) => sharedPart(words[i], words[j]) >= MOST_SHARED)
    if (!alike) return []
    const detail = `"${alike.slug}" and "${side.slug}" are defined in nearly the same words; say what only one of them holds.`
    return [{ code: 'sides_share_words', detail } as const]
  })
}

function sharedPart(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  if (!a || !b || a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.min(a.size, b.size)
}

function telling(text: string): Set<string> {
  const words = wordsOfText(text).filter((word) => !isFunctionWord(word.form))
  return new Set(words.map((word) => (word.negated ? `not ${word.stem}` : word.stem)))
}
