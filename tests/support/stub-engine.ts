// An engine whose answers can be foretold, so that tests of the rooms do not hang on learnt weights.
// “The mail is theirs,” said Mara Voss for Kestrel Mail. “It is ours,” said Records Office (government, also RO).

import type { Engine } from '../../src/engine/index.ts'
import type {
  ExtractedClaim,
  ExtractedSpeaker,
  Extraction,
  QuestionDefinition,
  Span,
  SpeakerKind,
  StanceArticle,
  Suggestion,
} from '../../src/engine/types.ts'

const SAID = /“([^”]+)” said ([^.“]+)\./g
/** Hearsay inside a quotation: “He told us ‘it is ours’ says Ida Orme,” said … */
const WITHIN = /‘([^’]+)’ says ([^,”]+)/g
const SOURCE =
  /^(?<name>.+?)(?: \((?<kind>person|organization|government|court|publication|group|unknown)(?:, also (?<alias>[^)]+))?\))?(?: for (?<body>.+))?$/

interface Cast {
  readonly speakers: ExtractedSpeaker[]
  at(name: string, kind: SpeakerKind, aliases: readonly string[], body: string | undefined): number
}

function cast(): Cast {
  const speakers: ExtractedSpeaker[] = []
  const at: Cast['at'] = (name, kind, aliases, body) => {
    const known = speakers.findIndex((one) => one.name === name)
    if (known >= 0) return known
    const place = speakers.push({ name, kind, aliases, affiliations: [] }) - 1
    if (body !== undefined) {
      const affiliations = [{ speaker: at(body, 'organization', [], undefined), role: 'counsel' }]
      speakers[place] = { name, kind, aliases, affiliations }
    }
    return place
  }
  return { speakers, at }
}

function speakersOf(source: string, { at }: Cast): number[] {
  if (source === 'nobody') return []
  return source.split(' and ').map((one) => {
    const { name = one, kind = 'person', alias, body } = SOURCE.exec(one)?.groups ?? {}
    return at(name, kind as SpeakerKind, alias === undefined ? [] : [alias], body)
  })
}

function claimAt(text: string, found: RegExpMatchArray, offset: number, people: Cast): ExtractedClaim {
  const [, quoted = '', source = ''] = found
  const start = offset + (found.index ?? 0) + 1
  const span = (from: number, length: number): Span => ({ start: from, end: from + length })
  const sourceAt = text.indexOf(source, start + quoted.length)
  const speakers = speakersOf(source, people)
  return {
    content: [span(start, quoted.length)],
    cue: [span(start + quoted.length + 2, 4)],
    source: [span(sourceAt, source.length)],
    type: 'direct',
    polarity: /^No,/.test(quoted) ? 'denied' : quoted.endsWith('?') ? 'questioned' : 'asserted',
    // Varied, so that an order by confidence means something.
    confidence: 0.5 + (quoted.length % 50) / 100,
    form: 'cue',
    parent: null,
    speakers,
    attribution: { method: speakers.length > 0 ? 'named' : 'none', confidence: 0.9 },
  }
}

function extract(text: string): Extraction {
  const people = cast()
  const claims: ExtractedClaim[] = []
  for (const found of text.matchAll(SAID)) {
    const parent = claims.push(claimAt(text, found, 0, people)) - 1
    const offset = (found.index ?? 0) + 1
    for (const inner of (found[1] ?? '').matchAll(WITHIN))
      claims.push({ ...claimAt(text, inner, offset, people), parent })
  }
  return { claims, speakers: people.speakers }
}

/** The position whose slug is among the claim's words; ambivalent when there are two, off-question when none is. */
function suggest({ text, claims }: StanceArticle, { positions }: QuestionDefinition): Suggestion[] {
  return claims.map(({ content }) => {
    const words = content.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' ')
    const named = positions.filter(({ slug }) => words.includes(slug.replaceAll('-', ' ')))
    const position = named.length > 1 ? 'ambivalent' : (named[0]?.slug ?? 'off-question')
    const confidence = 0.6 + (words.length % 30) / 100
    return {
      position,
      confidence,
      rationale: `"${position}" is named.`,
      wordsAlone: { position, confidence },
    }
  })
}

export const stubEngine = (version = 'stub-1'): Engine => ({
  name: 'stub',
  version,
  extract,
  suggest,
  learn: ({ slug }) => ({ question: slug, positions: [], examples: 0, shifts: {}, decided: {} }),
  explain: () => null,
})
