// The shape of an article that ships with the service; see `index.ts` for what the samples are.

export interface SampleArticle {
  readonly title: string
  /** Always an invented newspaper: no real one should be credited with these retellings. */
  readonly publisher: string
  readonly byline: string
  /** RFC 3339, in UTC. */
  readonly publishedAt: string
  /** Samples were never published anywhere, so they have no address. */
  readonly url?: never
  readonly text: string
}
