// Finds the words that decided: for a side those of its definition, for a neutral position those that its weights favour.
import { likenessOf } from './evidence/fields.ts'
import { mannerOf } from './evidence/rejection.ts'
import type { Layer } from './model.ts'
import type { PositionProfile, QuestionProfile } from './question.ts'
import type { ClaimReading } from './reading.ts'
import type { Word } from './words.ts'

export interface Deciding {
  /** As the claim has it. */
  readonly form: string
  readonly weight: number
  /** Slug of the side that the word itself speaks for, when the claim turns it round; null when it speaks for the position. */
  readonly against: string | null
}

/** A weaker lean of a word is not worth naming. */
const TELLING = 0.1

/** Words that speak for a side; when the claim denies or rejects, words of the other sides that it turns round. */
export function wordsForSide(
  claim: ClaimReading,
  position: PositionProfile,
  question: QuestionProfile,
): Deciding[] {
  const turns = mannerOf(claim) === 'denied'
  const plain: Deciding[] = []
  const turned: Deciding[] = []
  for (const word of claim.topics) {
    const lead = leadOf(word, position, question)
    if (lead.weight > 0) plain.push({ form: word.form, weight: lead.weight, against: null })
    else if (lead.weight < 0 && (turns || word.negated)) {
      turned.push({ form: word.form, weight: -lead.weight, against: lead.rival })
    }
  }
  const chosen = turned.length > 0 && (turns || plain.length === 0) ? turned : plain
  return chosen.sort((a, b) => b.weight - a.weight)
}

/** Words that lie in the fields of the side's definition rather than of the others', when the claim asserts them. */
export function wordsAkin(
  claim: ClaimReading,
  position: PositionProfile,
  question: QuestionProfile,
): Deciding[] {
  if (mannerOf(claim) === 'denied') return []
  return claim.topics
    .flatMap((word) => {
      const likeness = likenessOf([word], question, question.rarity)
      const rivals = question.sides
        .filter((side) => side !== position)
        .map((side) => likeness[side.index] ?? 0)
      const weight = (likeness[position.index] ?? 0) - Math.max(0, ...rivals)
      return weight > TELLING ? [{ form: word.form, weight, against: null }] : []
    })
    .sort((a, b) => b.weight - a.weight)
}

/** How much more the word speaks for the position than for the side it speaks for most among the others. */
function leadOf(
  word: Word,
  position: PositionProfile,
  question: QuestionProfile,
): { weight: number; rival: string } {
  let own = 0
  let most = 0
  let rival = ''
  for (const term of question.terms.get(word.stem) ?? []) {
    const other = question.positions[term.position]
    if (other === position) own = term.weight
    else if (other?.kind === 'side' && term.weight > most) {
      most = term.weight
      rival = other.slug
    }
  }
  return { weight: own - most, rival }
}

/** Function words that a reader takes for a reason to call a claim ambivalent. */
const DOUBT = new Set([
  'both',
  'either',
  'neither',
  'may',
  'might',
  'could',
  'whether',
  'if',
  'but',
  'some',
  "don't",
])

/** Words whose learnt weight favours the neutral position over the other. */
export function wordsForNeutral(
  claim: ClaimReading,
  kind: 'ambivalent' | 'off-question',
  layer: Layer,
): Deciding[] {
  const [own, other] = kind === 'ambivalent' ? [layer.ambivalent, layer.off] : [layer.off, layer.ambivalent]
  const seen = new Set<string>()
  const found: Deciding[] = []
  for (const { form, stem, topical } of claim.content) {
    const name = `w ${topical ? stem : form}`
    const weight = (own.get(name) ?? 0) - Math.max(0, other.get(name) ?? 0)
    const worthNaming = topical || (kind === 'ambivalent' && DOUBT.has(form))
    if (weight > TELLING && worthNaming && !seen.has(form)) found.push({ form, weight, against: null })
    seen.add(form)
  }
  return found.sort((a, b) => b.weight - a.weight)
}
