// "I" and "we" are whoever is speaking: inside somebody's words, they; in an opinion, the court or the judge.
// Voss: “I told him that it was ours” → Voss
import type { Figure } from '../figure.ts'
import type { Sieve, Stage } from './sieve.ts'

/** Mentions before the source that are looked at. */
const FARTHEST = 400

export const firstPerson: Sieve = (source, stage) => {
  const word = /^(i|we|my|our|me|us|mine|ours)\b/.exec(source.text)?.[1]
  if (!word || source.first >= source.last) return null
  if (!/^(?:i|we|my|our|me|us|my own|our own)$/.test(source.text)) return null
  const outer = speakerAround(source.attribution.parent, stage)
  if (outer) return { figures: outer, method: 'pronoun', confidence: 0.85 }
  const author = authorOf(stage, source.first, word)
  return author ? { figures: [author], method: 'pronoun', confidence: 0.6 } : null
}

function speakerAround(parent: number | null, { answers }: Stage): readonly Figure[] | null {
  const answer = parent === null ? undefined : answers[parent]
  return answer && answer.figures.length > 0 ? answer.figures : null
}

/** The dissenting judge, the court that gives the opinion, or the writer of the piece. */
function authorOf({ scene }: Stage, before: number, word: string): Figure | undefined {
  const recent = scene.discourse.mentions
  if (/^(?:i|my|me|mine)$/.test(word)) {
    for (let index = recent.length - 1; index >= 0 && index > recent.length - FARTHEST; index--) {
      const mention = recent[index]
      if (mention && mention.last <= before && mention.figure.descriptors.has('author')) return mention.figure
    }
    return undefined
  }
  return scene.discourse.court
}
