// Evidence is a bag of named numbers; what each is worth is learnt.

export type Evidence = Map<string, number>

/** Adds to a name; zeros are left out, so that a bag holds only what was seen. */
export function add(evidence: Evidence, name: string, value = 1): void {
  if (value !== 0) evidence.set(name, (evidence.get(name) ?? 0) + value)
}

/** Presence counts once, however often the words say it. */
export const note = (evidence: Evidence, name: string): void => {
  evidence.set(name, 1)
}
