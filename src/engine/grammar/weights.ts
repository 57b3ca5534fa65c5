// The grammar's weights as bytes: for each table its scale, then each kept bucket as its distance from the last, a mask and one byte a weight.
// A byte holds the root of a weight's size, so that small weights keep their digits and large ones their rank.
import { bucketsFrom, bucketsOf } from '../model/buckets.ts'
import type { ByteReader, ByteWriter } from '../model/bytes.ts'
import { ARC_BITS, type ArcWeights, arcRoom, packed } from './actions.ts'
import { ACTIONS } from './arcs.ts'
import type { GrammarModel } from './index.ts'
import type { ChoiceWeights } from './sums.ts'

const STEPS = 127

const rooted = (value: number, top: number): number =>
  Math.sign(value) * Math.round(Math.sqrt(Math.min(1, Math.abs(value) / (top || 1))) * STEPS)

const squared = (cell: number): number => Math.sign(cell) * cell * cell

const topOf = (values: Float32Array | Int16Array): number => {
  let top = 0
  for (const value of values) top = Math.max(top, Math.abs(value))
  return top
}

function writeRow(writer: ByteWriter, gap: number, cells: readonly number[]): void {
  writer.varint(gap)
  writer.varint(cells.reduce((mask, cell, label) => mask + (cell === 0 ? 0 : 2 ** label), 0))
  for (const cell of cells) if (cell !== 0) writer.byte(cell)
}

function readRow(reader: ByteReader, set: (label: number, cell: number) => void): void {
  // A bit a label, and no choice here has more than thirty.
  let mask = reader.varint() | 0
  for (let label = 0; mask !== 0; label++) {
    if (mask & 1) set(label, reader.signedByte())
    mask >>>= 1
  }
}

function writeWeights(writer: ByteWriter, weights: ChoiceWeights): void {
  const { labels, bits, values } = weights
  const top = topOf(values)
  writer.byte(labels)
  writer.byte(bits)
  writer.float(top)
  const buckets = bucketsOf(weights)
  writer.varint(buckets.length)
  let last = 0
  buckets.forEach((bucket, row) => {
    const cells = Array.from(values.subarray(row * labels, (row + 1) * labels), (value) => rooted(value, top))
    writeRow(writer, bucket - last, cells)
    last = bucket
  })
}

/** Whole numbers, as all that is read here: only proportions count, and sums of them are exact on every machine. */
function readWeights(reader: ByteReader): ChoiceWeights {
  const labels = reader.byte()
  const bits = reader.byte()
  reader.float()
  const count = reader.varint()
  const buckets = new Uint32Array(count)
  const values = new Int16Array(count * labels)
  let bucket = 0
  for (let row = 0; row < count; row++) {
    bucket += reader.varint()
    buckets[row] = bucket
    readRow(reader, (label, cell) => {
      values[row * labels + label] = squared(cell)
    })
  }
  return { labels, ...bucketsFrom(bits, buckets), values }
}

const STRIDE = arcRoom() / 2 ** ARC_BITS

function writeArcs(writer: ByteWriter, { cells: weights }: ArcWeights): void {
  if (!weights) throw new TypeError('packed weights are for reading; what was learnt is written')
  const top = topOf(weights)
  const rows: { bucket: number; cells: number[] }[] = []
  for (let bucket = 0; bucket < 2 ** ARC_BITS; bucket++) {
    const from = bucket * STRIDE
    const cells = Array.from(weights.subarray(from, from + ACTIONS), (value) => rooted(value, top))
    if (cells.some((cell) => cell !== 0)) rows.push({ bucket, cells })
  }
  writer.varint(rows.length)
  let last = 0
  for (const { bucket, cells } of rows) {
    writeRow(writer, bucket - last, cells)
    last = bucket
  }
}

function readArcs(reader: ByteReader): ArcWeights {
  const weights = new Int16Array(arcRoom())
  const count = reader.varint()
  let bucket = 0
  for (let row = 0; row < count; row++) {
    bucket += reader.varint()
    readRow(reader, (label, cell) => {
      weights[bucket * STRIDE + label] = squared(cell)
    })
  }
  return packed(weights)
}

export function writeGrammar(writer: ByteWriter, { tags, arcs, relations }: GrammarModel): void {
  writeWeights(writer, tags)
  writeArcs(writer, arcs)
  writeWeights(writer, relations)
}

export function readGrammar(reader: ByteReader): GrammarModel {
  return { tags: readWeights(reader), arcs: readArcs(reader), relations: readWeights(reader) }
}
