// What the engine finds in a text, as the API shows it; nothing is stored.

import { quoteOf } from '../claims/present.ts'
import { anchoring, type OffsetUnit } from '../claims/spans.ts'
import type { Extraction as Found } from '../engine/types.ts'
import type { StoredSpan } from '../storage/tables.ts'
import type { Extraction } from './schema.ts'

export function presentExtraction(
  engine: { name: string; version: string },
  text: string,
  { claims, speakers }: Found,
  unit: OffsetUnit,
): Extraction {
  const anchors = anchoring(text)
  const shown = ({ utf16, points, exact }: StoredSpan) => {
    const [start, end] = unit === 'utf16' ? utf16 : points
    return { start, end, exact }
  }
  const people = speakers.map(({ name, kind, aliases, affiliations }) => ({
    name,
    kind,
    aliases: [...aliases],
    affiliations: affiliations.map((one) => ({ name: speakers[one.speaker]?.name ?? '', role: one.role })),
  }))
  return {
    engine: { name: engine.name, version: engine.version },
    claims: claims.map((claim, i) => {
      const content = claim.content.map(anchors.stored)
      return {
        ordinal: i + 1,
        type: claim.type,
        polarity: claim.polarity,
        quote: quoteOf(content),
        content: content.map(shown),
        cue: claim.cue.map((span) => shown(anchors.stored(span))),
        source: claim.source.map((span) => shown(anchors.stored(span))),
        ...anchors.context(content),
        speakers: claim.speakers.flatMap((at) => people[at] ?? []),
        attribution: claim.attribution,
        parent: claim.parent === null ? null : claim.parent + 1,
        confidence: claim.confidence,
      }
    }),
  }
}
