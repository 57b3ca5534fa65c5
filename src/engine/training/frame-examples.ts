// What the second look learns from: each seed of an honest first look, labelled with the frame of its cue, or with nothing.
import type { FirstLook, Tagger } from '../attribution/flat-tagger.ts'
import { FRAME_FEATURES, frameFeatures } from '../attribution/frame-features.ts'
import { allowedTransitions, beginOf, insideOf, LABELS, ROLES } from '../attribution/labels.ts'
import { type Seed, seedsOf, WORTH_LEARNING } from '../attribution/seeds.ts'
import { wholeViewpointOf } from '../attribution/viewpoint.ts'
import { type Example, type LearningSettings, trainChain } from './chain-trainer.ts'
import type { Frame, TokenRange } from './corpus.ts'
import { labelsWithin } from './flat-labels.ts'
import type { Prepared, Report } from './looks.ts'

const shared = (ranges: readonly TokenRange[], { first, last }: Seed): number =>
  ranges.reduce(
    (sum, range) => sum + Math.max(0, Math.min(last, range.last) - Math.max(first, range.first)),
    0,
  )

function frameOfSeed(frames: readonly Frame[], seed: Seed): Frame | undefined {
  let best: Frame | undefined
  let most = 0
  for (const frame of frames) {
    const common = shared(frame.cue, seed)
    if (common > most) {
      best = frame
      most = common
    }
  }
  return best
}

function labelsOf(frame: Frame | undefined, length: number): Uint8Array {
  const labels = new Uint8Array(length)
  for (const role of frame ? ROLES : []) {
    for (const { first, last } of frame?.[role] ?? []) {
      labels.fill(insideOf(role), first, last)
      labels[first] = beginOf(role)
    }
  }
  return labels
}

export function frameExamples({ article, reading }: Prepared, looks: readonly FirstLook[]): Example[] {
  const examples: Example[] = []
  for (const look of looks) {
    for (const seed of seedsOf(look, WORTH_LEARNING)) {
      const view = wholeViewpointOf(seed, look, reading)
      const frame = frameOfSeed(article.frames, seed)
      const gold = labelsWithin(labelsOf(frame, reading.length), view.window)
      examples.push({ features: frameFeatures(reading, look, view), gold, weight: article.weight })
    }
  }
  return examples
}

export function trainFrames(
  examples: readonly Example[],
  settings: LearningSettings,
  report: Report,
): Tagger {
  const transitions = allowedTransitions(LABELS)
  return trainChain(
    examples,
    { ...settings, labels: LABELS, width: FRAME_FEATURES, transitions },
    (epoch, loss) => report(`second look, pass ${epoch + 1}: loss ${loss.toFixed(4)}`),
  )
}
