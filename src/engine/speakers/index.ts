// Who speaks: every attribution gets its speakers, by sieves that are asked in turn, most precise first.
import type { Document } from '../document.ts'
import type { Attribution, Extraction } from '../types.ts'
import type { Figure } from './figure.ts'
import { Introductions } from './introductions.ts'
import { listed } from './listing.ts'
import { Scene } from './scene.ts'
import { described } from './sieves/described.ts'
import { firstPerson } from './sieves/first-person.ts'
import { label } from './sieves/label.ts'
import { named } from './sieves/named.ts'
import { nobody } from './sieves/nobody.ts'
import { pronoun } from './sieves/pronoun.ts'
import { relative } from './sieves/relative.ts'
import { runOn } from './sieves/run-on.ts'
import { several } from './sieves/several.ts'
import { type Answer, NOBODY, type Sieve, type Source } from './sieves/sieve.ts'
import { together } from './sieves/together.ts'
import { voice } from './sieves/voice.ts'
import { sourceOf } from './source-range.ts'
import type { Training } from './training/examples.ts'

const SIEVES: readonly Sieve[] = [
  label,
  runOn,
  relative,
  together,
  nobody,
  several,
  named,
  firstPerson,
  voice,
  pronoun,
  described,
]

/** Something to be read at an offset: a name, a description, or a source to be answered. */
interface Event {
  readonly at: number
  readonly order: number
  readonly read: () => void
}

export function resolveSpeakers(document: Document, attributions: readonly Attribution[]): Extraction {
  const figures = speakersOf(document, attributions)
  return listed(attributions, figures.answers)
}

export interface Answers {
  readonly answers: readonly Answer[]
  readonly scene: Scene
}

/** The answers themselves, before they are listed; `training` keeps the choices that were met. */
export function speakersOf(
  document: Document,
  attributions: readonly Attribution[],
  training?: Training,
): Answers {
  const scene = new Scene(document, attributions)
  const introductions = new Introductions(scene, training)
  const answers: (Answer | undefined)[] = attributions.map(() => undefined)
  const stage = { scene, introductions, answers, attributions, training }
  const ask = (source: Source): void => {
    for (const sieve of SIEVES) {
      const answer = sieve(source, stage)
      if (!answer) continue
      answers[source.index] = answer
      remember(scene, source, answer)
      return
    }
    answers[source.index] = NOBODY
  }
  const events: Event[] = [
    ...scene.names.mentions.map((name) => ({
      at: name.last - 1,
      order: 0,
      read: () => introductions.name(name),
    })),
    ...scene.nominals.map((nominal) => ({
      at: nominal.last - 1,
      order: 1,
      read: () => introductions.nominal(nominal),
    })),
    ...attributions.map((attribution, index) => {
      const source = sourceOf(scene, attribution, index)
      return { at: source.last - 1, order: 2, read: () => ask(source) }
    }),
  ]
  events.sort((a, b) => a.at - b.at || a.order - b.order)
  for (const event of events) event.read()
  return { answers: answers.map((answer) => answer ?? NOBODY), scene }
}

/** What was answered becomes part of what has been read. */
function remember(scene: Scene, source: Source, answer: Answer): void {
  scene.discourse.speak(answer.figures)
  if (answer.method !== 'pronoun') return
  const gender = /^(?:he|his)\b/.test(source.text)
    ? 'male'
    : /^(?:she|her)\b/.test(source.text)
      ? 'female'
      : undefined
  for (const figure of answer.figures as Figure[]) {
    if (gender && answer.confidence > 0.8) figure.gender ??= gender
    scene.note(figure, source.first, source.last)
  }
}
