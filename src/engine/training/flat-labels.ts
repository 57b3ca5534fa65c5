// Gold labels of the flat tagger: one label a token, outer attributions only.
import { beginOf, insideOf, LABELS, OUTSIDE, ROLES } from '../attribution/labels.ts'
import { type Frame, isNested, type TokenRange, type TrainingArticle } from './corpus.ts'

export function flatLabels(
  { document, frames }: TrainingArticle,
  keep: (frame: Frame) => boolean,
): Uint8Array {
  const labels = new Uint8Array(document.tokens.length).fill(OUTSIDE)
  for (const frame of frames.filter(keep)) {
    for (const role of ROLES) {
      for (const { first, last } of frame[role]) {
        labels.fill(insideOf(role), first, last)
        labels[first] = beginOf(role)
      }
    }
  }
  return labels
}

export const outerLabels = (article: TrainingArticle): Uint8Array =>
  flatLabels(article, (frame) => !isNested(frame, article.frames))

/** The labels of one stretch; a piece that began before it begins anew. */
export const labelsWithin = (labels: Uint8Array, { first, last }: TokenRange): Uint8Array =>
  repaired(labels.slice(first, last))

/** Overwritten pieces may leave an inside label without its begin: the first one becomes a begin. */
function repaired(labels: Uint8Array): Uint8Array {
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] ?? OUTSIDE
    if (label === OUTSIDE || label % 2 === 1 || label >= LABELS) continue
    const before = at > 0 ? (labels[at - 1] ?? OUTSIDE) : OUTSIDE
    if (before !== label && before !== label - 1) labels[at] = label - 1
  }
  return labels
}
