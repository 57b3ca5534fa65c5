// Names the piece of context that weighed most for an answer, in words a reader understands.
import type { Evidence } from './evidence/evidence.ts'
import type { Look } from './looks.ts'
import type { Layer, Worth } from './model.ts'
import type { PositionProfile, QuestionProfile } from './question.ts'
import type { ClaimReading } from './reading.ts'

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^decided: (?!itself)/, 'what people decided of other claims'],
  [/^line-up/, 'who sides with whom in the article'],
  [/^speaker /, "the speaker's other claims"],
  [/^camp /, 'claims of those the speaker belongs with'],
  [/^others /, 'what the other speakers hold'],
  [/same speaker/, "the speaker's claim beside it"],
  [/^(?:before|two before)/, 'the claim before it'],
  [/^(?:after|two after)/, 'the claim after it'],
  [/^relay/, 'the claim it relays or is relayed by'],
]

/** The leading piece of context, or null when none pulls towards the position. */
export function leadingContext(
  looks: readonly Look[],
  claim: ClaimReading,
  position: PositionProfile,
  question: QuestionProfile,
): string | null {
  const evidence = looks.at(-1)?.evidence[claim.index]
  const layer = looks.at(-1)?.layer
  if (evidence === undefined || layer === undefined || looks.length < 2) return null
  const bag = position.kind === 'side' ? evidence.sides[question.sides.indexOf(position)] : evidence.neutral
  if (bag === undefined) return null
  return leading(bag, worthFor(layer, position))
}

const worthFor = (layer: Layer, { kind }: PositionProfile): Worth =>
  kind === 'side' ? layer.sides : kind === 'ambivalent' ? layer.ambivalent : layer.off

function leading(bag: Evidence, worth: Worth): string | null {
  const sums = new Map<string, number>()
  for (const [name, value] of bag) {
    const told = NAMES.find(([pattern]) => pattern.test(name))?.[1]
    if (told !== undefined) sums.set(told, (sums.get(told) ?? 0) + value * (worth.get(name) ?? 0))
  }
  const [best] = [...sums].sort(([, a], [, b]) => b - a)
  return best !== undefined && best[1] > 0 ? best[0] : null
}
