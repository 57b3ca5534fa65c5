// Learns the ranking's weights from choices whose right answers are known: a conditional log-linear model.
// Deterministic: same choices in the same order give the same weights.

export interface Choice {
  /** Features of each candidate. */
  readonly features: readonly (readonly string[])[]
  /** Which candidates are right; at least one. */
  readonly right: readonly boolean[]
}

export interface LearningSettings {
  readonly rounds: number
  readonly rate: number
  /** Pull of every weight towards 0, per choice. */
  readonly decay: number
  /** Features met in fewer choices are left out. */
  readonly least: number
}

export const LEARNING: LearningSettings = { rounds: 15, rate: 0.2, decay: 0.06, least: 4 }

function frequent(choices: readonly Choice[], least: number): Set<string> {
  const counts = new Map<string, number>()
  for (const { features } of choices)
    for (const feature of new Set(features.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= least).map(([feature]) => feature))
}

/** Gradient of one choice's log-likelihood, by feature. */
function gradientOf(
  choice: Choice,
  weights: ReadonlyMap<string, number>,
  kept: ReadonlySet<string>,
): Map<string, number> {
  const scores = choice.features.map((features) =>
    features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0),
  )
  const top = Math.max(...scores)
  const masses = scores.map((score) => Math.exp(score - top))
  const all = masses.reduce((sum, mass) => sum + mass, 0)
  const good = masses.reduce((sum, mass, index) => sum + (choice.right[index] ? mass : 0), 0)
  const gradient = new Map<string, number>()
  choice.features.forEach((features, index) => {
    const mass = masses[index] ?? 0
    const pull = (choice.right[index] ? mass / good : 0) - mass / all
    if (pull === 0) return
    for (const feature of features)
      if (kept.has(feature)) gradient.set(feature, (gradient.get(feature) ?? 0) + pull)
  })
  return gradient
}

export function learn(
  choices: readonly Choice[],
  settings: LearningSettings = LEARNING,
): Map<string, number> {
  const kept = frequent(choices, settings.least)
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  for (let round = 0; round < settings.rounds; round++) {
    for (const choice of choices) {
      for (const [feature, value] of gradientOf(choice, weights, kept)) {
        const weight = weights.get(feature) ?? 0
        const slope = value - settings.decay * weight
        const square = (squares.get(feature) ?? 0) + slope * slope
        squares.set(feature, square)
        weights.set(feature, weight + (settings.rate * slope) / Math.sqrt(square + 1e-6))
      }
    }
  }
  return weights
}
