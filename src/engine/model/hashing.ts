// Hashes of words and of features; the same number on every machine.

/** FNV-1a over UTF-16 units, finished so that every bit depends on every unit. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return finish(hash)
}

/** One number from two, order kept. */
export function mix(a: number, b: number): number {
  return finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b))
}

/** A feature's hash: its number and up to three values. The high bits are good, and only those are used. */
export function blend(feature: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ Math.imul(feature, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f)
  return Math.imul(hash ^ (hash >>> 16), 0x165667b1)
}

function finish(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return hash ^ (hash >>> 16)
}
