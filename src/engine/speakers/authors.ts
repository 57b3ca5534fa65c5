// Who writes: the judge under whose heading a passage stands, the court, the writer of a byline, the house that publishes.
// "QUILL, J., dissenting." → below it "I" is Quill; "your usual Marram Vale contact" → "we" is Marram Vale
import { type Figure, isBody } from './figure.ts'
import { titleCase } from './name-groups.ts'
import type { Scene } from './scene.ts'

export interface Heading {
  /** Offset at which the judge's own text begins. */
  readonly at: number
  readonly judge: Figure
}

export interface Authors {
  readonly headings: readonly Heading[]
  readonly court: Figure | undefined
  readonly writer: Figure | undefined
  readonly house: Figure | undefined
}

const LONGEST_HEADING = 120
/** Paragraphs at either end in which mastheads, bylines and signatures stand. */
const MARGIN = 8
const LONGEST_MARGINAL = 400

/** "¶ 10 QUILL, J. (dissenting).", "QUILL, Circuit Judge:", "Justice QUILL, dissenting.", "QUILL J" */
const HEADING =
  /^(?:¶ ?\d+\.? |\d+\. )?(?:(?:M(?:r|rs|s|RS|R|S) )?(?:Chief |CHIEF )?(Justice|Judge|JUSTICE|JUDGE) )?([\p{Lu}][\p{L}\u2019'-]+(?: [\p{Lu}][\p{L}\u2019'-]+)?)(?:,? (?:C\. ?)?(L?J)\b\.?|, (?:(?:Chief|Circuit|District|Senior|Presiding) )*(Judge|Justice)\b|(?=, (?:with|dissent|concurr|delivered)|:|,? [DOCM]BE\b|$))([^\n]*)/u

const OPINION_OF = /^(?:(?:Lead )?(?:Judgment|JUDGMENT|Opinion|OPINION)) of (?=\p{Lu})/u

function headingOf(scene: Scene, start: number, end: number): Heading | undefined {
  const text = scene.document.text.slice(start, Math.min(end, start + LONGEST_HEADING))
  const of = OPINION_OF.exec(text)
  const named = of ? figureAfter(scene, start + of[0].length) : undefined
  if (named?.kind === 'person') return { at: end, judge: named }
  const match = HEADING.exec(text)
  const name = match?.[2]
  if (!match || !name || (!match[1] && !match[3] && !match[4])) return undefined
  const rest = match[5] ?? ''
  const ends = /^(?:[,.: ]*\(?(?:with |dissent|concurr|deliver|for the|announced|$)|,? [DOCM]BE)/.test(rest)
  if (!ends && !/^\p{Lu}[\p{Lu}\p{M}\u2019' -]+$/u.test(name)) return undefined
  const title = match[1] ?? (match[4] === 'Judge' || match[4] === 'Justice' ? match[4] : 'Justice')
  return { at: start + match[0].length - rest.length, judge: judgeCalled(scene, name, titleCase(title)) }
}

/** The judge of that surname, who may be named nowhere else. */
function judgeCalled(scene: Scene, name: string, title: string): Figure {
  const key = name.toLowerCase().replaceAll('\u2019', "'")
  const known = [...scene.cast.named(key), ...scene.cast.persons.namesakes(key)].find(
    (one) => one.kind === 'person',
  )
  const written = titleCase(name)
  if (known) {
    if (!known.name.includes(' ')) {
      known.aliases.add(known.name)
      known.name = `${title} ${written}`
    }
    return known
  }
  const judge = scene.cast.add(`${title} ${written}`, 'person', true)
  judge.aliases.add(written)
  judge.descriptors.add('judge').add(title.toLowerCase())
  scene.cast.link(key, [judge])
  scene.cast.persons.add(judge)
  return judge
}

/** The figure whose name starts at, or right after, an offset. */
function figureAfter(scene: Scene, offset: number): Figure | undefined {
  const [first] = scene.range({ start: offset, end: offset + 1 })
  const name = scene.names.at(first) ?? scene.names.at(first + 1)
  return name && !name.office ? scene.figureOfName(name) : undefined
}

const BYLINE =
  /^(?:(?:Posted |Written |Words )?[Bb]y |\u2014 ?|\u2013 ?|- )(?=\p{Lu})|\bI['\u2019]m (?=\p{Lu}\p{L}+ \p{Lu})/u
/** A line that is nothing but a name. */
const MASTHEAD = /^(?=\p{Lu}[^.!?:;|]{3,60}$)/u
const HOUSES = [
  MASTHEAD,
  /\b(?:letter|update|newsletter|alert|note|bulletin|briefing|dispatch) from (?:the )?(?=\p{Lu})/u,
  /\byour usual (?=\p{Lu})/u,
  /\b[Ww]e at (?:the )?(?=\p{Lu})/u,
  /\b[Aa]t (?:the )?(?=\p{Lu}[^.;:]{2,40}, we\b)/u,
  /\bThe (?=(?:\p{Lu}\p{L}+ ){1,4}blog\b)/u,
]

interface Margin {
  readonly start: number
  readonly text: string
}

function writerOf(scene: Scene, margins: readonly Margin[]): Figure | undefined {
  for (const { start, text } of margins) {
    const match = BYLINE.exec(text)
    const figure = match ? figureAfter(scene, start + match.index + match[0].length) : undefined
    if (figure?.kind === 'person') return figure
  }
  return undefined
}

function houseOf(scene: Scene, margins: readonly Margin[]): Figure | undefined {
  for (const pattern of HOUSES) {
    for (const { start, text } of pattern === MASTHEAD ? margins.slice(0, 1) : margins) {
      const match = pattern.exec(text)
      const figure = match ? figureAfter(scene, start + match.index + match[0].length) : undefined
      if (!figure || figure.kind === 'court' || (pattern === MASTHEAD && !isBody(figure))) continue
      if (figure.kind === 'person') figure.kind = 'organization'
      return figure
    }
  }
  return undefined
}

/** The court named above the first judge's text; circuit judges who name none sit as a court of appeals. */
function courtOf(scene: Scene, headings: readonly Heading[]): Figure | undefined {
  const first = headings[0]
  if (!first) return undefined
  for (const name of scene.names.mentions) {
    if ((scene.words[name.first]?.start ?? 0) >= first.at) break
    const figure = name.office ? undefined : scene.figureOfName(name)
    if (figure?.kind === 'court' && !/judges$/i.test(figure.name)) return figure
  }
  if (!/\bCircuit Judge/.test(scene.document.text.slice(0, first.at))) return undefined
  const known = scene.cast.named('court of appeals')[0]
  if (known) return known
  const court = scene.cast.add('Court of Appeals', 'court', true)
  scene.cast.link('court of appeals', [court])
  return court
}

const known = new WeakMap<Scene, Authors>()

/** The authors of the article, sought when they are first asked for. */
export function authorsOf(scene: Scene): Authors {
  const authors = known.get(scene) ?? soughtIn(scene)
  known.set(scene, authors)
  return authors
}

function soughtIn(scene: Scene): Authors {
  const { text, paragraphs } = scene.document
  const headings = paragraphs.flatMap(({ start, end }) => headingOf(scene, start, end) ?? [])
  const margins = [...paragraphs.slice(0, MARGIN), ...paragraphs.slice(-MARGIN).reverse()].map(
    ({ start, end }) => ({
      start,
      text: text.slice(start, Math.min(end, start + LONGEST_MARGINAL)),
    }),
  )
  return {
    headings,
    court: courtOf(scene, headings),
    writer: writerOf(scene, margins),
    house: houseOf(scene, margins),
  }
}
