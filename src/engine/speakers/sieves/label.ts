// A transcript's label speaks for whom it names, a question for the examiner, an answer for the witness.
// "JUSTICE ORTEGA: Counsel, …" → Justice Ortega
import type { Figure } from '../figure.ts'
import type { Scene } from '../scene.ts'
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

/** "Q." is whoever examines, "A." whoever is examined: named between the last turn and this one, or as before. */
function turn(source: Source, { scene }: Stage): Answer | null {
  const { turns } = scene.discourse
  const key = source.text.startsWith('q') ? 'examiner' : 'witness'
  const other = turns.get(key === 'examiner' ? 'witness' : 'examiner')
  const introduced = introducedSince(scene.discourse.lastTurn, source, scene, key, other)
  scene.discourse.lastTurn = source.first
  const figure =
    introduced ?? turns.get(key) ?? (key === 'witness' ? mostNamed(scene, source.first, other) : undefined)
  if (!figure) return null
  turns.set(key, figure)
  return answer(figure, introduced ? 0.9 : 0.85)
}

/** The nearest person whom the words between two turns bring in as examiner or witness. */
function introducedSince(
  from: number,
  source: Source,
  scene: Scene,
  key: string,
  other: Figure | undefined,
): Figure | undefined {
  for (let index = source.first - 1; index > from && index > source.first - 400; index--) {
    const described = scene.figureAt.get(index)
    const put = key === 'examiner' && described?.kind === 'person' && !described.proper
    if (put && /^by (?:a|an|the) /i.test(scene.text(index - 2, index + 1))) return described
    const name = scene.names.at(index)
    if (!name || name.office || index !== name.last - 1 || scene.isSaid(index)) continue
    const figure = scene.figureOfName(name)
    if (figure?.kind !== 'person' || figure === other) continue
    const by = /^by$/i.test(scene.words[name.first - name.title.length - 1]?.text ?? '')
    const fits =
      key === 'examiner' ? by || isExaminer(figure) : !by && isWitness(scene.text(index, index + 12))
    if (fits) return figure
  }
  return undefined
}

/** The person most spoken of before the first turn. */
function mostNamed(scene: Scene, before: number, other: Figure | undefined): Figure | undefined {
  const persons = scene.discourse
    .recent(before)
    .map((one) => one.figure)
    .filter((figure) => figure.kind === 'person' && figure.proper && figure !== other && !isExaminer(figure))
  const count = (figure: Figure): number => scene.discourse.counts.get(figure) ?? 0
  return persons.reduce<Figure | undefined>(
    (best, one) => (best && count(best) >= count(one) ? best : one),
    undefined,
  )
}

const isExaminer = (figure: Figure): boolean =>
  ['lawyer', 'counsel', 'attorney', 'barrister', 'prosecutor'].some((role) => figure.descriptors.has(role))

const isWitness = (after: string): boolean =>
  /\b(?:sworn|called|witness|affirmed|testified|deposed|questioned|interviewed)\b/i.test(after)
