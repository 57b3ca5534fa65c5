// Lines of a complete export as records, each by its schema.

import type { z } from 'zod'
import { Malformed, TooLarge } from '../../errors.ts'
import {
  AffiliationRecord,
  AnnotatorRecord,
  ArticleRecord,
  ClaimRecord,
  CorpusRecord,
  EndRecord,
  QuestionRecord,
  type Records,
  RulingRecord,
  SpeakerRecord,
  TagRecord,
} from '../../exports/records.ts'
import { parseJson } from '../../http/body.ts'
import { type Line, parsedLine } from '../../http/ndjson.ts'

const SCHEMAS: { readonly [K in keyof Records]: z.ZodType<Records[K]> } = {
  corpus: CorpusRecord,
  annotator: AnnotatorRecord,
  question: QuestionRecord,
  speaker: SpeakerRecord,
  affiliation: AffiliationRecord,
  article: ArticleRecord,
  claim: ClaimRecord,
  tag: TagRecord,
  ruling: RulingRecord,
  end: EndRecord,
}

export type AnyRecord = Records[keyof Records]

export interface Row {
  readonly number: number
  /** Its kind, as far as that could be read. */
  readonly kind: keyof Records | 'unknown'
  readonly value: AnyRecord | Error
}

export function rowOf(line: Line): Row {
  let kind: Row['kind'] = 'unknown'
  try {
    if (line.tooLarge) throw new TooLarge(line.tooLarge)
    const json = parseJson(line.bytes)
    const named = String((json as { record?: unknown } | null)?.record)
    if (!Object.hasOwn(SCHEMAS, named)) throw noSuchRecord(named)
    kind = named as keyof Records
    return { number: line.number, kind, value: parsedLine(SCHEMAS[kind], json) as AnyRecord }
  } catch (error) {
    return { number: line.number, kind, value: error as Error }
  }
}

const noSuchRecord = (named: string) =>
  new Malformed(`There is no record "${named.slice(0, 100)}".`, {
    faults: [
      { pointer: '/record', code: 'unknown_record', detail: `One of ${Object.keys(SCHEMAS).join(', ')}.` },
    ],
  })
