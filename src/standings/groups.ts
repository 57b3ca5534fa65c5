// The groups a claim is counted in: its speakers, those they speak for, its publisher and its month.

export type GroupBy = 'speaker' | 'affiliation' | 'publisher' | 'month'

export interface Group {
  readonly groupBy: GroupBy
  /** A speaker's id, a publisher's name or a month as YYYY-MM; empty where the claim has none. */
  readonly groupKey: string
}

export interface CountedSpeaker {
  readonly id: string
  readonly kind: string
  readonly organizationId: string | null
}

/**
 * `speakers` has a row for each speaker and affiliation. A body speaks for itself; a person without an affiliation
 * is counted under the empty one. A claim by two people of one firm counts once for the firm.
 */
export function groupsOf(
  claim: { publisher: string | null; publishedMonth: string | null },
  speakers: readonly CountedSpeaker[],
): Group[] {
  const ids = new Set(speakers.map((speaker) => speaker.id))
  const affiliations = new Set(speakers.map((speaker) => speaker.organizationId ?? ownBody(speaker)))
  return [
    ...[...ids].map((groupKey) => ({ groupBy: 'speaker' as const, groupKey })),
    ...[...affiliations].map((groupKey) => ({ groupBy: 'affiliation' as const, groupKey })),
    { groupBy: 'publisher', groupKey: claim.publisher ?? '' },
    { groupBy: 'month', groupKey: claim.publishedMonth ?? '' },
  ]
}

const ownBody = ({ id, kind }: CountedSpeaker) => (kind === 'person' || kind === 'unknown' ? '' : id)

/** YYYY-MM of a time in milliseconds, in UTC. */
export const monthOf = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 7)
