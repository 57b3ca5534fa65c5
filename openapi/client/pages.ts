// All items of a list, page after page as they are taken.

export interface Page<T> {
  readonly data: readonly T[]
  readonly nextCursor: string | null
}

/** `next` goes into the query: `each((next) => service.listClaims({ query: { ...filters, ...next } }))`. */
export async function* each<T>(list: (next: { cursor?: string }) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null
  do {
    const page: Page<T> = await list(cursor === null ? {} : { cursor })
    yield* page.data
    cursor = page.nextCursor
  } while (cursor !== null)
}
