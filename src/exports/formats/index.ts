// Every format that a corpus can leave in.

import type { Format } from '../format.ts'
import { csv } from './csv.ts'
import { ndjson } from './ndjson.ts'
import { training } from './training.ts'
import { webAnnotations } from './web-annotations.ts'

export const formats: readonly Format[] = [ndjson, csv, webAnnotations, training]

export const formatOf = (name: string): Format | undefined => formats.find((format) => format.name === name)
