// Numbers that look random and are the same on every run.

export interface Random {
  /** From 0 up to, not including, 1. */
  unit(): number
  /** A whole number from 0 up to, not including, n. */
  below(n: number): number
  /** One of the items, the first ones much more often, as names in the news are. */
  skewed<T>(items: readonly T[]): T
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough to shuffle a benchmark. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(unit() * n)
  return {
    unit,
    below,
    skewed: (items) => items[Math.floor(items.length * unit() ** 3)] as (typeof items)[number],
  }
}
