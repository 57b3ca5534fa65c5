// Every format that a corpus can come in.

import type { Importer } from './format.ts'
import { type RecordServices, recordImporter } from './records/index.ts'

export type ImportServices = RecordServices

export const importersOf = (services: ImportServices): readonly Importer[] => [recordImporter(services)]
