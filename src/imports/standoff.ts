// A brat .ann file read into marks, each with the line that its content stands on.

import type { GivenSpan } from '../claims/spans.ts'
import { Malformed } from '../errors.ts'
import type { Piece, Place } from './marks.ts'

export interface Standoff {
  readonly line: number
  readonly content: readonly Piece[]
  readonly cue: readonly GivenSpan[]
  readonly source: readonly GivenSpan[]
  /** By the names of attributes, in small letters. */
  readonly attributes: Readonly<Record<string, string>>
  readonly speakers: readonly string[]
  readonly places: readonly Place[]
}

/** A line that cannot be read, or that points at nothing. */
export interface BrokenLine {
  readonly line: number
  readonly error: Error
}

interface Entity {
  readonly line: number
  readonly type: string
  readonly spans: GivenSpan[]
}

const ENTITY = /^T\S*\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/
const RELATION = /^R\S*\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*$/
const ATTRIBUTE = /^[AM]\S*\t(\S+) (\S+)(?: (\S+))?\s*$/
const NOTE = /^#\S*\t(\S+) (\S+)\t(.*)$/
/** Events, equivalences and normalizations: nothing of a claim. */
const OTHER = /^(?:E|N|\*)\S*\t/

/** `text` is what the offsets, in code points, count in. */
export function readStandoff(ann: string, text: string): { marks: Standoff[]; broken: BrokenLine[] } {
  const points = [...text]
  const entities = new Map<string, Entity>()
  const links: { line: number; type: string; from: string; to: string; value: string }[] = []
  const broken: BrokenLine[] = []
  for (const [i, raw] of ann.split('\n').entries()) {
    const written = raw.replace(/\r$/, '')
    const line = i + 1
    if (written.trim() === '' || OTHER.test(written)) continue
    const [name = ''] = written.split('\t')
    const [, type = '', a = '', b = ''] =
      ENTITY.exec(written) ?? RELATION.exec(written) ?? ATTRIBUTE.exec(written) ?? NOTE.exec(written) ?? []
    if (type === '') broken.push({ line, error: unreadable(written) })
    else if (name.startsWith('T'))
      entities.set(name, { line, type: type.toLowerCase(), spans: spansOf(a, b, points) })
    else if (name.startsWith('R')) links.push({ line, type, from: a, to: b, value: '' })
    else links.push({ line, type, from: a, to: a, value: b })
  }
  for (const { line, from, to } of links)
    for (const end of new Set([from, to]))
      if (!entities.has(end)) broken.push({ line, error: pointless(end) })
  const contents = [...entities].filter(([, entity]) => entity.type === 'content' || entity.type === 'claim')
  return { marks: contents.map(([name, entity]) => markOf(name, entity, entities, links)), broken }
}

function markOf(
  name: string,
  { line, spans }: Entity,
  entities: ReadonlyMap<string, Entity>,
  links: readonly { type: string; from: string; to: string; value: string }[],
): Standoff {
  const here = links.filter((link) => link.to === name)
  const linked = (type: string) =>
    here.flatMap(({ from }) => {
      const entity = entities.get(from)
      return entity && entity.type === type ? entity.spans : []
    })
  const own = here.filter((link) => link.from === name)
  return {
    line,
    content: spans,
    cue: linked('cue'),
    source: linked('source'),
    attributes: Object.fromEntries(own.map(({ type, value }) => [type.toLowerCase(), value])),
    speakers: own
      .filter((link) => link.type === 'Speaker')
      .map((link) => link.value.trim().slice(0, 300))
      .filter(Boolean),
    places: own.flatMap(({ type, value }) => {
      const question = /^Position_(.+)$/.exec(type)?.[1]
      return question === undefined ? [] : [{ question, position: value }]
    }),
  }
}

/** Fragments that only a line end parts are one span: brat has none across lines. Words that differ are left to be refused. */
function spansOf(offsets: string, words: string, points: readonly string[]): GivenSpan[] {
  const spans: { start: number; end: number }[] = []
  for (const pair of offsets.split(';')) {
    const [start = 0, end = 0] = pair.split(' ').map(Number)
    const last = spans.at(-1)
    if (last && /^\s*\n\s*$/.test(points.slice(last.end, start).join(''))) last.end = end
    else spans.push({ start, end })
  }
  const found = spans.map(({ start, end }) => points.slice(start, end).join(''))
  const said = found.join(' ').replace(/\s+/g, ' ') === words.replace(/\s+/g, ' ')
  const [only] = spans
  if (!said && only && spans.length === 1) return [{ ...only, exact: words }]
  return spans.map((span, i) => ({ ...span, exact: said ? found[i] : words }))
}

const unreadable = (line: string) =>
  new Malformed(`This is no line of standoff: ${JSON.stringify(line.slice(0, 100))}.`, {
    faults: [{ pointer: '', code: 'invalid_standoff', detail: 'It is neither T, R, A, M, E, N, # nor *.' }],
  })

const pointless = (name: string) =>
  new Malformed(`There is no ${name.slice(0, 40)} in the file.`, {
    faults: [{ pointer: '', code: 'points_at_nothing', detail: 'It refers to an entity that is not there.' }],
  })
