// The learnt weights of the claim extractor as one file: a header that says what they are, then the taggers.
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
  readonly flat: Tagger
  readonly frames: Tagger
}

export interface ClaimsModel {
  readonly version: string
  readonly header: ModelHeader | null
  /** Null without weights: then only what rules find is found. */
  readonly taggers: Taggers | null
}

const MAGIC = 'averment-claims-1'

export function writeClaimsModel(
  header: ModelHeader,
  { flat, frames }: Taggers,
  threshold: number,
): Uint8Array {
  const writer = new ByteWriter()
  writer.text(MAGIC)
  writer.text(JSON.stringify(header))
  writeTagger(writer, flat, threshold)
  writeTagger(writer, frames, threshold)
  return writer.bytes()
}

/** No bytes give a model without weights; any other bytes that are not such weights throw. */
export function readClaimsModel(bytes: Uint8Array): ClaimsModel {
  if (bytes.length === 0) return { version: '0', header: null, taggers: null }
  const reader = new ByteReader(bytes)
  if (reader.text() !== MAGIC) throw new Error('these are not the weights of the claim extractor')
  const header = JSON.parse(reader.text()) as ModelHeader
  const taggers = { flat: readTagger(reader), frames: readTagger(reader) }
  return { version: header.version, header, taggers }
}
