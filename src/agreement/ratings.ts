// Who placed what where, in numbers, so that a million tags fit in three arrays and cross to a thread in no time.

/** `claim[i]` was placed on `position[i]` by `annotator[i]`; nobody places a claim twice. */
export interface Ratings {
  readonly claims: number
  readonly annotators: number
  readonly positions: number
  readonly claim: Uint32Array
  readonly annotator: Uint32Array
  readonly position: Uint32Array
}

/** The rows of `ratings` by claim: those of claim c are `rows[from[c]]` up to, not including, `rows[from[c + 1]]`. */
export interface ByClaim {
  readonly from: Uint32Array
  readonly rows: Uint32Array
}

export function byClaim({ claims, claim }: Ratings): ByClaim {
  const from = new Uint32Array(claims + 1)
  for (const c of claim) from[c + 1] = (from[c + 1] ?? 0) + 1
  for (let c = 0; c < claims; c++) from[c + 1] = (from[c + 1] ?? 0) + (from[c] ?? 0)
  const next = from.slice()
  const rows = new Uint32Array(claim.length)
  claim.forEach((c, row) => {
    const at = next[c] ?? 0
    rows[at] = row
    next[c] = at + 1
  })
  return { from, rows }
}

/** How often each position was chosen for a claim: [position, times], by position. */
export type Counts = readonly (readonly [position: number, times: number])[]

/** What claims have in common that were placed alike, whoever placed them. */
export interface Profile {
  readonly counts: Counts
  /** How many people placed such a claim. */
  readonly ratings: number
  /** How many claims are such. */
  readonly claims: number
}

export interface Profiles {
  /** In an order that does not hang on that of the claims, so that the same data in any order measure the same. */
  readonly profiles: readonly Profile[]
  /** The claims that at least two placed. Others say nothing about agreement. */
  readonly comparable: readonly { readonly claim: number; readonly profile: Profile }[]
}

/** Thousands of claims have a handful of profiles: all but the drawing of samples is done once for each of these. */
export function profilesOf({ claims, position }: Ratings, { from, rows }: ByClaim): Profiles {
  const profiles = new Map<string, Profile & { claims: number }>()
  const comparable: { claim: number; profile: Profile }[] = []
  for (let claim = 0; claim < claims; claim++) {
    const own = rows.subarray(from[claim] ?? 0, from[claim + 1] ?? 0)
    if (own.length < 2) continue
    const chosen = own.map((row) => position[row] ?? 0).sort()
    const key = chosen.join()
    let profile = profiles.get(key)
    if (!profile) {
      profile = { counts: countsOf(chosen), ratings: chosen.length, claims: 0 }
      profiles.set(key, profile)
    }
    profile.claims += 1
    comparable.push({ claim, profile })
  }
  const sorted = [...profiles].sort(([one], [other]) => (one < other ? -1 : 1))
  return { profiles: sorted.map(([, profile]) => profile), comparable }
}

function countsOf(sorted: Uint32Array): Counts {
  const counts = new Map<number, number>()
  for (const position of sorted) counts.set(position, (counts.get(position) ?? 0) + 1)
  return [...counts]
}
