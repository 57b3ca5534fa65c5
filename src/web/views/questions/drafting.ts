// A question while it is being written: what is typed, and what is sent of it.

import type { NewQuestion, Question } from '../../../../openapi/client/index.ts'
import type { Difference } from '../../frame/overtaken.ts'

export interface DraftPosition {
  readonly slug: string
  readonly label: string
  readonly definition: string
  /** One on a line. */
  readonly examples: string
  readonly kind: Question['positions'][number]['kind']
}

export interface QuestionDraft {
  readonly slug: string
  readonly text: string
  readonly guidelines: string
  readonly positions: readonly DraftPosition[]
  readonly tagsPerClaim: number
  readonly blind: boolean
  /** How many people settle a claim by themselves; 0 for none. */
  readonly settlePeople: number
}

export const emptySide: DraftPosition = { slug: '', label: '', definition: '', examples: '', kind: 'side' }

export const emptyDraft: QuestionDraft = {
  slug: '',
  text: '',
  guidelines: '',
  positions: [emptySide, emptySide],
  tagsPerClaim: 2,
  blind: true,
  settlePeople: 0,
}

export const draftOf = (question: Question): QuestionDraft => ({
  slug: question.slug,
  text: question.text,
  guidelines: question.guidelines,
  positions: question.positions.map(({ examples, ...rest }) => ({ ...rest, examples: examples.join('\n') })),
  tagsPerClaim: question.tagsPerClaim,
  blind: question.blind,
  settlePeople: question.settleAt?.people ?? 0,
})

/** "Is it lawful?" becomes `is-it-lawful`; cut at a word, since slugs stand in addresses. */
export function slugOf(words: string, most = 60): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= most) return slug
  const cut = slug.slice(0, most + 1).lastIndexOf('-')
  return slug.slice(0, cut > 0 ? cut : most)
}

/** As it is sent; slugs that nobody gave follow from the words. Positions without any word are left out. */
export function sentOf(draft: QuestionDraft): NewQuestion {
  return {
    slug: draft.slug || slugOf(draft.text),
    text: draft.text.trim(),
    guidelines: draft.guidelines,
    positions: draft.positions
      .filter(({ slug, label, definition }) => slug || label.trim() || definition.trim())
      .map(({ slug, label, definition, examples, kind }) => ({
        slug: slug || slugOf(label || definition),
        ...(label.trim() ? { label: label.trim() } : {}),
        definition,
        kind,
        examples: examples
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      })),
    tagsPerClaim: draft.tagsPerClaim,
    blind: draft.blind,
    settleAt: draft.settlePeople > 0 ? { people: draft.settlePeople, share: 1 } : null,
  }
}

/** Enough to ask the machine about it: a text, and two sides that say something. */
export function isReadable({ text, positions }: NewQuestion): boolean {
  const sides = positions.filter(({ kind, slug, definition }) => kind === 'side' && slug && definition)
  return text !== '' && sides.length >= 2
}

/** One's own changes on top of what somebody else has made of it: where one changed nothing, theirs. */
export function onTopOf(theirs: QuestionDraft, mine: QuestionDraft, base: QuestionDraft): QuestionDraft {
  const changed = Object.keys(mine).filter(
    (field) => !isSame(mine[field as Field], base[field as Field]),
  ) as Field[]
  return { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) }
}

type Field = keyof QuestionDraft
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function differencesOf(mine: QuestionDraft, theirs: QuestionDraft): Difference[] {
  const shown = ({ text, guidelines, positions, tagsPerClaim, blind, settlePeople }: QuestionDraft) => ({
    Question: text,
    Guidelines: guidelines,
    Positions: positions
      .map((one) => [one.label, one.definition, one.examples].filter((words) => words !== '').join(': '))
      .join('; '),
    'People who tag a claim': String(tagsPerClaim),
    'So many settle it': String(settlePeople),
    Blind: blind ? 'yes' : 'no',
  })
  const [a, b] = [shown(mine), shown(theirs)]
  return (Object.keys(a) as (keyof typeof a)[])
    .filter((what) => a[what] !== b[what])
    .map((what) => ({ what, mine: a[what], theirs: b[what] }))
}
