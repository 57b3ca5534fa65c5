// The learnt weights of the claim extractor as one file: a header that says what they are, then the taggers.

import { LABELS } from '../attribution/labels.ts'
import type { GrammarModel } from '../grammar/index.ts'
import { readGrammar, writeGrammar } from '../grammar/weights.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { readTagger, type Tagger, writeTagger } from './chain-bytes.ts'

/** What made the weights: shown with the model card and checked by a test. */
export interface ModelHeader {
  readonly version: string
  /** Names of the corpora with their article counts and weights. */
  readonly corpora: readonly { readonly name: string; readonly articles: number; readonly weight: number }[]
  readonly settings: Readonly<Record<string, number>>
  /** Headline figures in percent on the sets that training measured. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export interface Taggers {
  readonly grammar: GrammarModel | null
  readonly flat: Tagger
  readonly frames: Tagger
}

export interface ClaimsModel {
  readonly version: string
  readonly header: ModelHeader | null
  /** Null without weights: then only what rules find is found. */
  readonly taggers: Taggers | null
}

const MAGIC = 'averment-claims-2'
const NO_WEIGHTS = 'these are not the weights of the claim extractor'

/** Weights below `least` stored units are left out of the file. */
export function writeClaimsModel(
  header: ModelHeader,
  { grammar, flat, frames }: Taggers,
  least: number,
): Uint8Array {
  const writer = new ByteWriter()
  writer.text(MAGIC)
  writer.text(JSON.stringify(header))
  writer.byte(grammar ? 1 : 0)
  if (grammar) writeGrammar(writer, grammar)
  writeTagger(writer, flat, least)
  writeTagger(writer, frames, least)
  return writer.bytes()
}

/** The same file with another header; what was learnt stays as it was written, to the byte. */
export function withHeader(bytes: Uint8Array, header: ModelHeader): Uint8Array {
  const reader = new ByteReader(bytes)
  if (reader.text() !== MAGIC) throw new Error(NO_WEIGHTS)
  reader.text()
  const writer = new ByteWriter()
  writer.text(MAGIC)
  writer.text(JSON.stringify(header))
  const head = writer.bytes()
  const learnt = bytes.subarray(reader.offset)
  const whole = new Uint8Array(head.length + learnt.length)
  whole.set(head)
  whole.set(learnt, head.length)
  return whole
}

/** No bytes give a model without weights; any other bytes that are not such weights throw. */
export function readClaimsModel(bytes: Uint8Array): ClaimsModel {
  if (bytes.length === 0) return { version: '0', header: null, taggers: null }
  const reader = new ByteReader(bytes)
  if (reader.text() !== MAGIC) throw new Error(NO_WEIGHTS)
  const header = JSON.parse(reader.text()) as ModelHeader
  const grammar = reader.byte() === 1 ? readGrammar(reader) : null
  const taggers = { grammar, flat: readTagger(reader, LABELS), frames: readTagger(reader, LABELS) }
  return { version: header.version, header, taggers }
}
