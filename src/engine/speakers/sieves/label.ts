// A transcript's label speaks for whom it names, a question for the examiner, an answer for the witness.
// "JUSTICE ORTEGA: Counsel, …" → Justice Ortega
import type { Figure } from '../figure.ts'
import type { Answer, Sieve, Source, Stage } from './sieve.ts'

const answer = (figure: Figure, confidence: number): Answer => ({
  figures: [figure],
  method: 'label',
  confidence,
})

export const label: Sieve = (source, stage) => {
  const { scene } = stage
  const { attribution, first, last } = source
  if (first >= last) return null
  if (attribution.form !== 'label' && !/^[qa]\.?$/.test(source.text)) return null
  if (/^(?:q|a|question|answer)\.?$/.test(source.text)) return turn(source, stage)
  for (let index = first; index < last; index++) {
    const name = scene.names.at(index)
    if (!name) continue
    const figure = name.office ? scene.figureAt.get(name.last - 1) : scene.figureOfName(name)
    if (figure?.kind === 'person' || (figure && name.last >= last)) return answer(figure, 0.97)
  }
  return null
}

/** "Q." is whoever examines, "A." whoever is examined: the latest named as such before the turn. */
function turn(source: Source, stage: Stage): Answer | null {
  const asks = source.text.startsWith('q')
  const { scene } = stage
  const key = asks ? 'examiner' : 'witness'
  for (let index = source.first - 1; index >= 0 && index > source.first - 400; index--) {
    const name = scene.names.at(index)
    if (!name || name.office || index !== name.last - 1) continue
    const figure = scene.figureOfName(name)
    if (figure?.kind !== 'person') continue
    const by = /^by$/i.test(scene.words[name.first - name.title.length - 1]?.text ?? '')
    if (asks ? by : !by && isWitness(scene.text(index, index + 12), figure)) {
      scene.discourse.turns.set(key, figure)
      return answer(figure, 0.9)
    }
  }
  const known =
    scene.discourse.turns.get(key) ??
    scene.discourse
      .recent(source.first)
      .find(({ figure }) => figure.descriptors.has(key) && figure.kind === 'person')?.figure
  return known ? answer(known, 0.7) : null
}

const isWitness = (after: string, figure: Figure): boolean =>
  /\b(?:sworn|called|witness|affirmed|testified|deposed|questioned|interviewed)\b/i.test(after) ||
  figure.descriptors.has('witness')
