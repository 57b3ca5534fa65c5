// The grammar's weights as bytes: for each table its scale, then each kept bucket as its distance from the last, a mask and one byte a weight.
import type { ByteReader, ByteWriter } from '../model/bytes.ts'
import type { Weights } from '../model/weights.ts'
import type { GrammarModel } from './index.ts'

export const ACTIONS_OF: readonly number[] = [0, 1, 2]

const STEPS = 127
/** The few weights beyond this share of the largest are cut, so that the many small ones keep their digits. */
const CUT = 0.4

function writeWeights(writer: ByteWriter, { labels, bits, rowOf, values }: Weights): void {
  const top = CUT * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  const cellOf = (value: number): number =>
    Math.round((Math.max(-top, Math.min(top, value)) / (top || 1)) * STEPS)
  writer.byte(labels)
  writer.byte(bits)
  writer.float(top)
  const buckets: number[] = []
  rowOf.forEach((row, bucket) => {
    if (row > 0) buckets.push(bucket)
  })
  writer.varint(buckets.length)
  let last = 0
  for (const bucket of buckets) {
    writer.varint(bucket - last)
    last = bucket
    const row = rowOf[bucket] as number
    const cells = Array.from(values.subarray(row * labels, (row + 1) * labels), cellOf)
    writer.varint(cells.reduce((mask, cell, label) => mask + (cell === 0 ? 0 : 2 ** label), 0))
    for (const cell of cells) if (cell !== 0) writer.byte(cell)
  }
}

function readWeights(reader: ByteReader): Weights {
  const labels = reader.byte()
  const bits = reader.byte()
  const top = reader.float()
  const count = reader.varint()
  const rowOf = new Uint32Array(2 ** bits)
  const values = new Float32Array((count + 1) * labels)
  let bucket = 0
  for (let row = 1; row <= count; row++) {
    bucket += reader.varint()
    rowOf[bucket] = row
    let mask = reader.varint()
    for (let label = 0; mask >= 1; label++) {
      if (mask % 2 === 1) values[row * labels + label] = (reader.signedByte() * top) / STEPS
      mask = Math.floor(mask / 2)
    }
  }
  return { labels, bits, rowOf, values }
}

export function writeGrammar(writer: ByteWriter, { tags, arcs, relations }: GrammarModel): void {
  for (const weights of [tags, arcs, relations]) writeWeights(writer, weights)
}

export function readGrammar(reader: ByteReader): GrammarModel {
  return { tags: readWeights(reader), arcs: readWeights(reader), relations: readWeights(reader) }
}
