// A brat .ann file read into marks, each with the line that its content stands on.

import type { GivenSpan } from '../claims/spans.ts'
import { Malformed } from '../errors.ts'
import { isLineEnd, type Piece } from './pieces.ts'
import type { Place } from './placements.ts'

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

/** A relation, an attribute or a note; the latter two from and to what they are about. */
interface Link {
  readonly name: string
  readonly line: number
  readonly type: string
  readonly from: string
  readonly to: string
  readonly value: string
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
  const links: Link[] = []
  const names = new Set<string>()
  const broken: BrokenLine[] = []
  for (const [i, raw] of ann.split('\n').entries()) {
    const written = raw.replace(/\r$/, '')
    const line = i + 1
    if (written.trim() === '') continue
    const [name = ''] = written.split('\t')
    names.add(name)
    if (OTHER.test(written)) continue
    const [, type = '', a = '', b = ''] =
      ENTITY.exec(written) ?? RELATION.exec(written) ?? ATTRIBUTE.exec(written) ?? NOTE.exec(written) ?? []
    if (type === '') broken.push({ line, error: unreadable(written) })
    else if (name.startsWith('T'))
      entities.set(name, { line, type: type.toLowerCase(), spans: spansOf(a, b, points) })
    else if (name.startsWith('R')) links.push({ name, line, type, from: a, to: b, value: '' })
    else links.push({ name, line, type, from: a, to: a, value: b })
  }
  for (const { line, from, to } of links)
    for (const end of new Set([from, to])) if (!names.has(end)) broken.push({ line, error: pointless(end) })
  const contents = [...entities].filter(([, entity]) => entity.type === 'content' || entity.type === 'claim')
  const linksTo = new Map<string, Link[]>()
  for (const link of links) {
    const others = linksTo.get(link.to)
    if (others) others.push(link)
    else linksTo.set(link.to, [link])
  }
  return { marks: contents.map(([name, entity]) => markOf(name, entity, entities, linksTo)), broken }
}

function markOf(
  name: string,
  { line, spans }: Entity,
  entities: ReadonlyMap<string, Entity>,
  linksTo: ReadonlyMap<string, readonly Link[]>,
): Standoff {
  const here = linksTo.get(name) ?? []
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
    places: own.flatMap(({ name, type, value }) => {
      const question = /^Position_(.+)$/.exec(type)?.[1]
      const notes = linksTo.get(name) ?? []
      const stood = notes.some((note) => note.type === 'Stands' && note.value === value)
      return question === undefined ? [] : [{ question, position: value, stood }]
    }),
  }
}

/** Fragments that only a line end parts are one span: brat has none across lines. Words that differ are left to be refused. */
function spansOf(offsets: string, words: string, points: readonly string[]): GivenSpan[] {
  const spans: { start: number; end: number }[] = []
  for (const pair of offsets.split(';')) {
    const [start = 0, end = 0] = pair.split(' ').map(Number)
    const last = spans.at(-1)
    if (last && isLineEnd(points.slice(last.end, start).join(''))) last.end = end
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
