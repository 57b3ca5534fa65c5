// Finds who is cited with what, before anybody asks who that is.
import type { Document } from '../document.ts'
import type { ClaimsModel } from '../model/claims-model.ts'
import { claimTypeOf } from '../quotations/claim-type.ts'
import { quotationsOf } from '../quotations/index.ts'
import type { Attribution, Span } from '../types.ts'
import { confidenceOf } from './confidence.ts'
import { dashCredits } from './dash-credits.ts'
import { type Draft, spanOf } from './draft.ts'
import { firstLook } from './flat-tagger.ts'
import { framesOf } from './frames.ts'
import { isFurniture } from './furniture.ts'
import { introducedQuotations } from './introduced-quotations.ts'
import { withLongQuotations } from './long-quotations.ts'
import { withNesting } from './nesting.ts'
import { withPlainSpeech } from './plain/index.ts'
import { polarityOf } from './polarity.ts'
import { type ParsedReading, parsed, readingOf } from './reading.ts'
import { siblingClauses } from './sibling-clauses.ts'
import { plainSources } from './sources.ts'
import { stretchesOf } from './stretches.ts'
import { turnDrafts } from './turn-drafts.ts'
import { wholeClauses } from './whole-clauses.ts'
import { wholeQuotations } from './whole-quotations.ts'

function learntDrafts(reading: ParsedReading, { taggers }: ClaimsModel): Draft[] {
  if (!taggers) return []
  const looks = stretchesOf(reading.document)
    .filter((paragraph) => !isFurniture(reading.document, paragraph))
    .map((paragraph) => firstLook(reading, paragraph, taggers.flat))
  // All first looks before any second one: each look's weights then stay near the processor.
  return looks.flatMap((look) =>
    framesOf(reading, look, taggers.frames).map((frame): Draft => ({ ...frame, form: 'cue' })),
  )
}

/** Mends what the taggers cut wrongly; each rule is a file. */
function refined(reading: ParsedReading, drafts: readonly Draft[]): Draft[] {
  const whole = wholeQuotations(reading, wholeClauses(reading, drafts))
  const spoken = withPlainSpeech(reading, plainSources(reading, siblingClauses(reading, whole)))
  const credited = [...spoken, ...dashCredits(reading, spoken)]
  return [...credited, ...introducedQuotations(reading, credited)]
}

/** Attributions in text order. */
export function attributionsOf(document: Document, model: ClaimsModel): Attribution[] {
  const reading = parsed(readingOf(document), model.taggers?.grammar ?? null)
  const { text } = document
  const turns = turnDrafts(document)
  const turnAt = new Set(turns.flatMap((turn) => turn.content.map(({ first }) => first)))
  const inTurn = (draft: Draft) => turnAt.has(draft.content[0]?.first ?? -1)
  const found = refined(reading, learntDrafts(reading, model))
  const learnt = found.filter((draft) => !inTurn(draft))
  const drafts = withLongQuotations(reading, quotationsOf(document, reading.regions), [...learnt, ...turns])
  const nested = withNesting(drafts)
  return nested.map(({ draft, parent }): Attribution => {
    const spans = (ranges: Draft['content']): Span[] => ranges.map((range) => spanOf(document, range))
    const content = spans(draft.content)
    const cue = spans(draft.cue)
    const source = spans(draft.source)
    return {
      content,
      cue,
      source,
      type: claimTypeOf(text, content, reading.regions),
      polarity: polarityOf(text, { source, cue, content }),
      confidence: confidenceOf(draft.certainty),
      form: draft.form,
      parent,
    }
  })
}
