// Whether confidences mean what they say: of answers given with 0.7, about seven in ten should be right.

export interface Judged {
  /** 0 to 1. */
  readonly confidence: number
  readonly right: boolean
}

const BINS = 10

/** Expected calibration error over ten bins of equal width: the mean gap between confidence and share right, weighted by bin size. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { confidence, right } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)))]
    if (!bin) continue
    bin.count++
    bin.confidence += confidence
    if (right) bin.right++
  }
  const gap = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0)
  return judged.length > 0 ? gap / judged.length : 0
}
