// Weights and taggers as bytes: each kept bucket as its distance from the last, a mask of its labels and one byte a weight.
import { bucketsFrom, bucketsOf } from './buckets.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import { type Chain, FORBIDDEN } from './chain.ts'
import { cellsOf, type Weights, weightsFrom } from './weights.ts'

export interface Tagger {
  readonly weights: Weights
  readonly chain: Chain
}

/** Rows whose weights all stay below `least` units are left out. */
export function writeWeights(writer: ByteWriter, weights: Weights, least: number): void {
  const { labels, bits } = weights
  writer.byte(labels)
  writer.byte(bits)
  const rows = bucketsOf(weights)
    .map((bucket, row) => ({ bucket, cells: cellsOf(weights, row) }))
    .filter(({ cells }) => cells.some((value) => Math.abs(value) >= least))
  writer.varint(rows.length)
  let last = 0
  for (const { bucket, cells } of rows) {
    writer.varint(bucket - last)
    last = bucket
    writer.varint(cells.reduce((mask, cell, label) => mask + (cell === 0 ? 0 : 2 ** label), 0))
    for (const cell of cells) if (cell !== 0) writer.byte(cell)
  }
}

export function readWeights(reader: ByteReader): Weights {
  const labels = reader.byte()
  const bits = reader.byte()
  const count = reader.varint()
  const buckets = new Uint32Array(count)
  const cells = new Int8Array(count * labels)
  let bucket = 0
  for (let row = 0; row < count; row++) {
    bucket += reader.varint()
    buckets[row] = bucket
    const mask = reader.varint()
    for (let label = 0; label < labels; label++) {
      if ((mask >>> label) & 1) cells[row * labels + label] = reader.byte()
    }
  }
  return weightsFrom(labels, bucketsFrom(bits, buckets), cells)
}

export function writeTagger(writer: ByteWriter, { weights, chain }: Tagger, least: number): void {
  for (const value of chain.transitions) writer.float(value)
  writeWeights(writer, weights, least)
}

export function readTagger(reader: ByteReader, labels: number): Tagger {
  const transitions = new Float64Array((labels + 1) * labels)
  for (let at = 0; at < transitions.length; at++) transitions[at] = Math.max(FORBIDDEN, reader.float())
  return { weights: readWeights(reader), chain: { labels, transitions } }
}
