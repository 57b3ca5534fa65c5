// A newsroom with one claim, Ada, whose work it is, and Eve, who has a key of the same role.

import type { Claim } from '../../src/claims/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  first,
  made,
  type Newsroom,
  type NewsroomOptions,
  openNewsroom,
  PERSONAL,
  QUESTION,
} from '../support/newsroom.ts'

export const TEXT = '“They are papers,” said Mara Voss.'
export const tag = { question: QUESTION, position: PERSONAL }

export interface Given extends Newsroom {
  readonly claim: Claim
  readonly ada: { id: string; key: string }
  readonly eve: { id: string; key: string }
}

export async function given(options: NewsroomOptions = {}): Promise<Given> {
  const news = await openNewsroom(options)
  const { claims } = await news.article(TEXT)
  const [ada, eve] = [await news.annotator('annotator', 'Ada'), await news.annotator('annotator', 'Eve')]
  return { ...news, claim: first(claims), ada, eve }
}

export const tagOf = async ({ post, claim }: Given, as: { key: string }, body: object = tag): Promise<Tag> =>
  made(await post<Tag>(`/v1/claims/${claim.id}/tags`, as, body))
