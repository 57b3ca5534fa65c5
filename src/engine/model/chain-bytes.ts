// A tagger as bytes: transitions as floats, each kept bucket as its distance from the last, a mask and one byte a weight.
import type { ByteReader, ByteWriter } from './bytes.ts'
import { type Chain, FORBIDDEN } from './chain.ts'
import type { Weights } from './weights.ts'

export interface Tagger {
  readonly weights: Weights
  readonly chain: Chain
}

/** Larger weights are cut to this: a handful, whose excess changes no answer. */
const TOP = 3.2
const STEPS = 127

const quantised = (value: number): number => Math.round((Math.max(-TOP, Math.min(TOP, value)) / TOP) * STEPS)

export function writeTagger(writer: ByteWriter, { weights, chain }: Tagger, threshold: number): void {
  const { labels, bits, rowOf, values } = weights
  writer.byte(labels)
  writer.byte(bits)
  for (const value of chain.transitions) writer.float(value)
  const buckets: number[] = []
  rowOf.forEach((row, bucket) => {
    const cells = values.subarray(row * labels, (row + 1) * labels)
    if (row > 0 && cells.some((value) => Math.abs(value) >= threshold)) buckets.push(bucket)
  })
  writer.varint(buckets.length)
  let last = 0
  for (const bucket of buckets) {
    writer.varint(bucket - last)
    last = bucket
    const row = rowOf[bucket] ?? 0
    const cells = Array.from(values.subarray(row * labels, (row + 1) * labels), quantised)
    writer.varint(cells.reduce((mask, cell, label) => mask + (cell === 0 ? 0 : 2 ** label), 0))
    for (const cell of cells) if (cell !== 0) writer.byte(cell)
  }
}

export function readTagger(reader: ByteReader): Tagger {
  const labels = reader.byte()
  const bits = reader.byte()
  const transitions = new Float64Array((labels + 1) * labels)
  for (let at = 0; at < transitions.length; at++) transitions[at] = Math.max(FORBIDDEN, reader.float())
  const count = reader.varint()
  const rowOf = new Uint32Array(2 ** bits)
  const values = new Float32Array((count + 1) * labels)
  let bucket = 0
  for (let row = 1; row <= count; row++) {
    bucket += reader.varint()
    rowOf[bucket] = row
    const mask = reader.varint()
    for (let label = 0; label < labels; label++) {
      if (mask & (1 << label)) values[row * labels + label] = (reader.signedByte() * TOP) / STEPS
    }
  }
  return { weights: { labels, bits, rowOf, values }, chain: { labels, transitions } }
}
