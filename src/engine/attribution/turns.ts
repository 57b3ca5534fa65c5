// Transcript turns: a line that opens with a speaker's label, in a text where such lines recur.
// JUSTICE ORTEGA: Where is the line? → label "JUSTICE ORTEGA", content "Where is the line?"; also Q. and A.
import type { Document, Stretch } from '../document.ts'
import type { Span } from '../types.ts'
import { isCourtesy } from './courtesies.ts'

export interface Turn {
  readonly label: Span
  /** One span a paragraph. */
  readonly content: readonly Span[]
}

interface Opening {
  readonly label: Span
  /** Where the spoken words begin. */
  readonly spoken: number
  readonly sure: boolean
}

/** A label is short; a longer stretch before a colon is prose. */
const REACH = 80
/** One or two colons may be prose ("The question: …"); three labelled lines make a transcript. */
const FEWEST = 3
/** Where most lines carry a label, a line without one goes on with the turn before it; elsewhere it is narration. */
const DENSE = 0.8

const QUESTION_OR_ANSWER = /^(?:\*\*)?([QA])(\.?:?)(?:\*\*)?\s+(?=\S)/u
/** Also the mark with which each turn of a transcript begins that is quoted as a whole: "ORTEGA: Where is the line? */
const NUMBERED = /^["\u201c]?(?:\*\*)?(?:Q?\d{1,4}\.?\s+)?/u
const CAPITALS = /^(?:\p{Lu}[\p{Lu}\p{M}'\u2019.&-]*(?: |$)){1,7}$/u
const NAME =
  /^(?:(?:\p{Lu}[\p{L}\p{M}'\u2019.-]*|van|von|de|der|den|la|le|of|the|al|bin)(?: |$)){1,7}(?:\([^()]{1,50}\))?$/u

/** "MR. DRAX", "Ms Juno Aldermaston (Estuary North)", "Q": what stands before the colon, if it can be a label. */
function openingOf(text: string, { start, end }: Stretch): Opening | null {
  const line = text.slice(start, Math.min(end, start + REACH))
  const exchange = QUESTION_OR_ANSWER.exec(line)
  if (exchange && exchange[2] !== '') {
    const at = start + line.indexOf(exchange[1] ?? '')
    const dotted = exchange[2]?.startsWith('.') ? 2 : 1
    return { label: { start: at, end: at + dotted }, spoken: start + exchange[0].length, sure: true }
  }
  const colon = line.indexOf(':')
  if (colon < 1 || !/^[:*]*\s/u.test(line.slice(colon))) return null
  const skipped = NUMBERED.exec(line)?.[0].length ?? 0
  const label = line
    .slice(skipped, colon)
    .replace(/\*+$/, '')
    .replace(/\s*\(\p{Ll}[^()]*\)\s*$/u, '')
    .trimEnd()
  const sure = CAPITALS.test(label.replace(/\s*\([^()]*\)$/, '')) && /\p{Lu}{2}/u.test(label)
  if (!sure && !NAME.test(label)) return null
  const marks = /^[:*\s]+/u.exec(line.slice(colon))?.[0].length ?? 1
  const from = start + skipped
  return { label: { start: from, end: from + label.length }, spoken: start + colon + marks, sure }
}

/** Stage directions before the words: "[laughs] He is right." */
const DIRECTION = /^(?:[[(][^\])\n]{1,40}[\])]\s*)+/u

/** The words spoken on a line; of a quoted transcript without the mark that closes it. */
function contentOf(text: string, { label, spoken }: Opening, lineEnd: number): Span | null {
  const start = spoken + (DIRECTION.exec(text.slice(spoken, spoken + REACH))?.[0].length ?? 0)
  const closes = /["\u201c]/u.test(text[label.start - 1] ?? '') && /["\u201d]/u.test(text[lineEnd - 1] ?? '')
  const end = closes ? lineEnd - 1 : lineEnd
  return start < end && !isCourtesy(text.slice(start, end)) ? { start, end } : null
}

const HONORIFIC =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|judge|justice|the|chair|senator|rep|sen)\.? /iu

/** Labels that can be believed: in capitals, or a name that recurs, or, once there are some of these, one with a title. */
function trustedOpenings({ text, paragraphs }: Document): (Opening | null)[] {
  const openings = paragraphs.map((paragraph) => openingOf(text, paragraph))
  const nameOf = ({ label }: Opening): string => text.slice(label.start, label.end)
  const counts = new Map<string, number>()
  for (const opening of openings) {
    if (opening) counts.set(nameOf(opening), (counts.get(nameOf(opening)) ?? 0) + 1)
  }
  const recurs = (opening: Opening): boolean => (counts.get(nameOf(opening)) ?? 0) > 1
  const firm = openings.filter((opening) => opening && (opening.sure || recurs(opening))).length
  if (firm < FEWEST) return []
  return openings.map((opening) =>
    opening && (opening.sure || recurs(opening) || HONORIFIC.test(nameOf(opening))) ? opening : null,
  )
}

/** A line in a transcript that nobody speaks: "[END RECORDING]", "(Laughter.)", "BY MR. ORME:". */
const UNSPOKEN = /^["\u201c]?(?:[[(*#].*|.*:|\P{Ll}*)$/u

/** Turns in text order; none when the text is no transcript. Unlabelled lines between turns go on with the turn. */
export function turnsOf(document: Document): Turn[] {
  const { text, paragraphs } = document
  const openings = trustedOpenings(document)
  const last = openings.findLastIndex((opening) => opening !== null)
  const first = openings.findIndex((opening) => opening !== null)
  const silent = (paragraph: Stretch): boolean =>
    UNSPOKEN.test(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + REACH)))
  const unlabelled = paragraphs.filter(
    (paragraph, index) => index > first && index < last && !openings[index] && !silent(paragraph),
  ).length
  const dense = unlabelled < (1 - DENSE) * (last - first + 1)
  const turns: { label: Span; content: Span[] }[] = []
  let open: { label: Span; content: Span[] } | null = null
  openings.forEach((opening, index) => {
    const paragraph = paragraphs[index]
    if (!paragraph) return
    if (opening) {
      const content = contentOf(text, opening, paragraph.end)
      open = content ? { label: opening.label, content: [content] } : null
      if (open) turns.push(open)
    } else if (silent(paragraph)) {
      open = null
    } else if (open && dense && index < last)
      open.content.push({ start: paragraph.start, end: paragraph.end })
  })
  return turns
}
