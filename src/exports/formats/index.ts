// Every format that a corpus can leave in.

import type { Format } from '../format.ts'
import { brat } from './brat.ts'
import { csv } from './csv.ts'
import { labelStudio } from './label-studio.ts'
import { ndjson } from './ndjson.ts'
import { schemaOrg } from './schema-org.ts'
import { training } from './training.ts'
import { webAnnotations } from './web-annotations.ts'
import { xaif } from './xaif.ts'

export const formats: readonly Format[] = [
  ndjson,
  csv,
  webAnnotations,
  brat,
  labelStudio,
  xaif,
  schemaOrg,
  training,
]

export const formatOf = (name: string): Format | undefined => formats.find((format) => format.name === name)
