// After claims came in from elsewhere: the machine places those that nobody's machine has placed, and learns from decisions.

/** What came in with an article. */
export interface Arrival {
  /** Each new claim with the questions that it has a machine's tag on. */
  readonly claims: readonly { readonly id: string; readonly placed: ReadonlySet<string> }[]
  /** Questions that people decided something on. */
  readonly decided: ReadonlySet<string>
}

interface Services {
  readonly openQuestions: () => Promise<readonly { readonly slug: string }[]>
  /** Places every claim on the question in the background. */
  readonly place: (slug: string) => void
  readonly learn: (slug: string) => void
}

export const arrivals =
  ({ openQuestions, place, learn }: Services) =>
  async ({ claims, decided }: Arrival): Promise<void> => {
    const open = await openQuestions()
    for (const { slug } of open) {
      if (claims.some((claim) => !claim.placed.has(slug))) place(slug)
      if (decided.has(slug)) learn(slug)
    }
  }
