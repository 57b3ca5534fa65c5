// L-BFGS with backtracking: finds the weights at which a smooth, convex loss is least. Deterministic.

/** Writes the gradient at `at` into `gradient` and returns the loss. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

const MEMORY = 8
const SUFFICIENT = 1e-4
const HALVINGS = 20

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

const addScaled = (target: Float64Array, scale: number, other: Float64Array): void => {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + scale * (other[i] ?? 0)
}

interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
  readonly rho: number
}

/** The direction that the remembered steps make of the gradient (two-loop recursion). */
function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.slice()
  const alphas = steps.map(() => 0)
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]
    if (step === undefined) continue
    alphas[i] = step.rho * dot(step.moved, direction)
    addScaled(direction, -(alphas[i] ?? 0), step.turned)
  }
  const last = steps.at(-1)
  const scale =
    last === undefined
      ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
      : 1 / (last.rho * dot(last.turned, last.turned))
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale
  steps.forEach((step, i) => {
    addScaled(direction, (alphas[i] ?? 0) - step.rho * dot(step.turned, direction), step.moved)
  })
  return direction
}

/** Weights near the least loss, starting from zero (or `start`); stops after `rounds` or when a round gains under a hundred-thousandth. */
export function minimise(
  objective: Objective,
  size: number,
  rounds: number,
  start?: Float64Array,
): Float64Array {
  let at = start?.slice() ?? new Float64Array(size)
  let gradient = new Float64Array(size)
  let loss = objective(at, gradient)
  const steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = directionOf(gradient, steps)
    const slope = dot(direction, gradient)
    if (slope <= 0) break
    const next = descend(objective, at, direction, loss, slope)
    if (next === null) break
    const moved = next.at.slice()
    addScaled(moved, -1, at)
    const turned = next.gradient.slice()
    addScaled(turned, -1, gradient)
    const curve = dot(moved, turned)
    if (curve > 1e-10) steps.push({ moved, turned, rho: 1 / curve })
    if (steps.length > MEMORY) steps.shift()
    const gained = loss - next.loss
    at = next.at
    gradient = next.gradient
    loss = next.loss
    if (gained < 1e-5 * Math.abs(loss)) break
  }
  return at
}

function descend(
  objective: Objective,
  at: Float64Array,
  direction: Float64Array,
  loss: number,
  slope: number,
) {
  let length = 1
  for (let halving = 0; halving < HALVINGS; halving++) {
    const candidate = at.slice()
    addScaled(candidate, -length, direction)
    const gradient = new Float64Array(at.length)
    const reached = objective(candidate, gradient)
    if (reached <= loss - SUFFICIENT * length * slope) return { at: candidate, gradient, loss: reached }
    length /= 2
  }
  return null
}
