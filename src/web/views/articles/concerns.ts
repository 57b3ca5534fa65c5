// Which changes of the ledger may change what an article's page shows.

import type { Change, Claim } from '../../../../openapi/client/index.ts'

const memberOf = (state: unknown, name: string): unknown =>
  typeof state === 'object' && state !== null ? Reflect.get(state, name) : undefined

/** Claims of the article, tags and rulings on them, and those who speak in them. A change that says too little counts. */
export function concernsClaims(articleId: string, claims: readonly Claim[]): (change: Change) => boolean {
  const ids = new Set(claims.map(({ id }) => id))
  const speakers = new Set(claims.flatMap((claim) => claim.speakers.map(({ id }) => id)))
  const about = ({ before, after }: Change, name: string) => memberOf(after, name) ?? memberOf(before, name)
  return (change) => {
    switch (change.entity) {
      case 'claim':
        return ids.has(change.entityId) || about(change, 'articleId') === articleId
      case 'tag':
      case 'ruling': {
        const claimId = about(change, 'claimId')
        return typeof claimId !== 'string' || ids.has(claimId)
      }
      case 'speaker':
        return speakers.has(change.entityId)
      case 'question':
        return true
      case 'article':
        return change.entityId === articleId
      default:
        return false
    }
  }
}
