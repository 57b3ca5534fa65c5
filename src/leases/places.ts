// How many people a claim wants: so many as the question says, one more where they disagree, none once it is settled.

/** What is kept of where a claim stands on a question. */
export interface Standing {
  readonly basis: string
  /** The newest version of the question that people's tags were made under, and how many were; null with the machine. */
  readonly version: number | null
  readonly people: number
  /** The share of people who agree. */
  readonly confidence: number
}

/** How a question is worked on. */
export interface Work {
  readonly version: number
  readonly tagsPerClaim: number
  readonly settlePeople: number | null
  readonly settleShare: number | null
}

/** The same from a question as it is shown. */
export const workOn = ({
  version,
  tagsPerClaim,
  settleAt,
}: {
  readonly version: number
  readonly tagsPerClaim: number
  readonly settleAt: { readonly people: number; readonly share: number } | null
}): Work => ({
  version,
  tagsPerClaim,
  settlePeople: settleAt?.people ?? null,
  settleShare: settleAt?.share ?? null,
})

/** People whose tags stand under the version of now. */
export const peopleOn = (standing: Standing, { version }: Work): number =>
  standing.version === version ? standing.people : 0

/** Tags made before the question meant what it means now fill no place. */
export function placesOf(standing: Standing, work: Work): number {
  if (standing.basis === 'ruling') return 0
  const people = peopleOn(standing, work)
  if (people === 0) return work.tagsPerClaim
  if (standing.confidence >= shareToSettle(people, work)) return 0
  return standing.confidence < 1 ? work.tagsPerClaim + 1 : work.tagsPerClaim
}

/** The share that settles a claim among so many people; beyond 1 where none does. */
export function shareToSettle(people: number, { settlePeople, settleShare }: Work): number {
  return settlePeople !== null && settleShare !== null && people >= settlePeople ? settleShare : 2
}
