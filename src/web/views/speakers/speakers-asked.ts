// Some pages of speakers as one list.

import type { Averment, ListSpeakersData, Speaker } from '../../../../openapi/client/index.ts'

const PAGE = 50
const MOST_PAGES = 40

export async function speakersAsked(
  service: Averment,
  filters: NonNullable<ListSpeakersData['query']>,
  pages: number,
  signal: AbortSignal,
): Promise<{ speakers: readonly Speaker[]; isMore: boolean }> {
  const speakers: Speaker[] = []
  let cursor: string | null = null
  for (let page = 0; page < Math.min(pages, MOST_PAGES); page++) {
    const after: { cursor?: string } = cursor === null ? {} : { cursor }
    const answer = await service.listSpeakers({ query: { ...filters, ...after, limit: PAGE }, signal })
    speakers.push(...answer.data)
    cursor = answer.nextCursor
    if (cursor === null) break
  }
  return { speakers, isMore: cursor !== null }
}
