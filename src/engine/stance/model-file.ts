// Weights as bytes: four letters, a JSON header, then each table as its names and its numbers.
import type { Layer, StanceModel, Worth } from './model.ts'

const MAGIC = 'AVS2'
/** The format before, whose weights still serve. */
const WITHOUT_LINKS = 'AVS1'

/** What the header says of itself; `card` is free for corpus, settings and figures. */
export interface Card {
  readonly [name: string]: unknown
}

interface Header {
  readonly version: string
  readonly calibration: StanceModel['calibration']
  readonly looks: number
  readonly card: Card
}

/** Numbers are kept to four digits, so that the same training gives the same bytes on every machine. */
const kept = (value: number): number => Number(value.toPrecision(4))

export function writeStanceModel(model: StanceModel, card: Card): Uint8Array {
  const { version, calibration, context } = model
  const header: Header = {
    version,
    calibration: {
      slope: kept(calibration.slope),
      company: kept(calibration.company),
      offset: kept(calibration.offset),
    },
    looks: context.length,
    card,
  }
  const tables = [model.rarity, model.links, ...[model.words, model.taught, ...context].flatMap(tablesOf)]
  const parts = [
    new TextEncoder().encode(MAGIC),
    sized(new TextEncoder().encode(JSON.stringify(header))),
    ...tables.flatMap(tableBytes),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const tablesOf = (layer: Layer): Worth[] => [layer.sides, layer.ambivalent, layer.off]

function sized(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(4 + bytes.length)
  new DataView(out.buffer).setUint32(0, bytes.length, true)
  out.set(bytes, 4)
  return out
}

/** Names sorted and one a line; weights that would round to nothing are left out. */
function tableBytes(table: Worth): Uint8Array[] {
  const entries = [...table]
    .filter(([, value]) => Math.abs(value) >= 5e-4)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const numbers = new DataView(new ArrayBuffer(entries.length * 4))
  entries.forEach(([, value], index) => {
    numbers.setFloat32(index * 4, kept(value), true)
  })
  return [
    sized(new TextEncoder().encode(entries.map(([name]) => name).join('\n'))),
    sized(new Uint8Array(numbers.buffer)),
  ]
}

/** What a model without weights holds: nothing, so that every position is as likely as any other. */
const NOTHING: Layer = { sides: new Map(), ambivalent: new Map(), off: new Map() }

/** No bytes give a model that has learnt nothing. Throws on bytes that are not weights of this format; never afterwards. */
export function readStanceModel(bytes: Uint8Array): StanceModel {
  if (bytes.length === 0)
    return {
      version: '0',
      rarity: new Map(),
      words: NOTHING,
      links: new Map(),
      taught: NOTHING,
      context: [],
      calibration: { slope: 1, company: 0, offset: 0 },
    }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = textOf(bytes.subarray(0, 4))
  if (magic !== MAGIC && magic !== WITHOUT_LINKS) throw new Error('These bytes are not stance weights.')
  let at = 4
  const next = (): Uint8Array => {
    const length = view.getUint32(at, true)
    at += 4 + length
    return bytes.subarray(at - length, at)
  }
  const header = headerOf(next())
  const table = (): Worth => readTable(next(), next())
  const layer = (): Layer => ({ sides: table(), ambivalent: table(), off: table() })
  const rarity = table()
  const links = magic === MAGIC ? table() : new Map()
  const words = layer()
  const taught = magic === MAGIC ? layer() : undefined
  const context = Array.from({ length: header.looks }, layer)
  return {
    version: header.version,
    calibration: header.calibration,
    rarity,
    words,
    links,
    context,
    taught: taught ?? context.at(-1) ?? NOTHING,
  }
}

/** The card that the weights carry, for the test that holds them to it. */
export const cardIn = (bytes: Uint8Array): Card =>
  headerOf(bytes.subarray(8, 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true))).card

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const headerOf = (bytes: Uint8Array): Header => JSON.parse(textOf(bytes)) as Header

function readTable(names: Uint8Array, numbers: Uint8Array): Worth {
  const view = new DataView(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  if (names.length === 0) return new Map()
  return new Map(
    textOf(names)
      .split('\n')
      .map((name, index) => [name, view.getFloat32(index * 4, true)]),
  )
}
