// Two who are not named but counted: "both lawyers", "the parties", "the Quills", "neither" speak for the two that are meant.
// "Vale, for the board, … Quill, for the union, … Both lawyers said …" → Vale and Quill
import type { Figure } from '../figure.ts'
import { isBody } from '../figure.ts'
import type { Scene } from '../scene.ts'
import type { Sieve } from './sieve.ts'

const LAWYERS =
  /^(?:both|the two|neither) (?:lawyers?|counsel|advocates?|attorneys?|barristers?|of the lawyers)$/
const PARTIES = /^(?:both sides|both parties|the parties|neither side|neither party|the two sides)$/
const BODIES =
  /^(?:both|the two|neither) (?:groups|companies|firms|organi[sz]ations|agencies|associations|charities|unions|publishers|platforms|banks|businesses|bodies)$/
const ALONE = /^(?:both|neither)$/
const LAWYER_NOUNS = ['lawyer', 'counsel', 'attorney', 'advocate', 'barrister', 'solicitor', 'litigator']
/** Words before the source in which the two were named together. */
const REACH = 60

export const together: Sieve = (source, { scene }) => {
  if (source.first >= source.last) return null
  const pair =
    family(scene, source.first, source.last) ??
    (LAWYERS.test(source.text)
      ? latestTwo(scene, source.first, (one) => LAWYER_NOUNS.some((noun) => one.descriptors.has(noun)))
      : BODIES.test(source.text)
        ? latestTwo(scene, source.first, (one) => isBody(one) && one.proper && one.kind !== 'court')
        : ALONE.test(source.text)
          ? joinedBefore(scene, source.first)
          : PARTIES.test(source.text)
            ? litigants(scene)
            : null)
  return pair ? { figures: pair, method: 'nominal', confidence: 0.65 } : null
}

/** "the Quills": all who are called Quill. */
function family(scene: Scene, first: number, last: number): Figure[] | null {
  const the = scene.words[first]?.lower === 'the' ? 1 : 0
  const name = the ? scene.names.at(first + the) : undefined
  if (!name || name.last > last) return null
  const surname = scene.text(name.first, name.last).toLowerCase()
  if (!/[^s]e?s$/.test(surname)) return null
  const members = [surname.slice(0, -1), surname.slice(0, -2)]
    .flatMap((singular) => [...scene.cast.named(singular), ...scene.cast.persons.namesakes(singular)])
    .filter((one) => one.kind === 'person')
  return members.length > 1 && members.length < 5 ? [...new Set(members)] : null
}

function latestTwo(scene: Scene, before: number, fits: (figure: Figure) => boolean): Figure[] | null {
  const found = scene.discourse
    .recent(before)
    .map((one) => one.figure)
    .filter(fits)
    .slice(0, 2)
  return found.length === 2 ? found.reverse() : null
}

/** The last "X and Y" before the word. */
function joinedBefore(scene: Scene, before: number): Figure[] | null {
  for (let index = before - 2; index > Math.max(0, before - REACH); index--) {
    if (scene.words[index]?.lower !== 'and' || scene.names.has(index)) continue
    const left = figureAt(scene, index - 1)
    const right = figureAt(scene, index + 1)
    if (left && right && left !== right) return [left, right]
  }
  return null
}

/** "Quill v. Harbour Board" */
function litigants(scene: Scene): Figure[] | null {
  const at = scene.words.findIndex(
    (word, index) => /^v(?:\.|s\.?)?$/.test(word.lower) && scene.names.has(index + 1),
  )
  if (at < 1) return null
  const left = figureAt(scene, at - 1)
  const right = figureAt(scene, at + 1)
  return left && right && left !== right ? [left, right] : null
}

function figureAt(scene: Scene, index: number): Figure | undefined {
  const name = scene.names.at(index)
  return name && !name.office ? scene.figureOfName(name) : undefined
}
