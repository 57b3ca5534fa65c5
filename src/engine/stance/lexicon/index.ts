// Which families of meaning a word belongs to: "postman" and "carrier" share one, though no letters.
import { stemOf } from '../stems.ts'
import { CONCEPTS } from './concepts.ts'
import { FIELDS_OF_ARGUMENT } from './fields-of-argument.ts'
import { FIELDS_OF_LIFE } from './fields-of-life.ts'

const fields = new Map<string, number[]>()

;[CONCEPTS, FIELDS_OF_LIFE, FIELDS_OF_ARGUMENT]
  .flatMap((list) => list.trim().split('\n'))
  .forEach((line, field) => {
    const words = line
      .slice(line.indexOf(':') + 1)
      .trim()
      .split(/\s+/)
    for (const stem of new Set(words.map((word) => stemOf(word.toLowerCase())))) {
      fields.set(stem, [...(fields.get(stem) ?? []), field])
    }
  })

const NONE: readonly number[] = []

/** Numbers of the fields that the word family lies in. */
export const fieldsOf = (stem: string): readonly number[] => fields.get(stem) ?? NONE
