// Every format that a corpus, or annotations of it, can come in.

import { claimTyping } from '../claims/typing.ts'
import { targeting } from '../tags/target.ts'
import { bratImporter } from './brat.ts'
import type { Importer } from './format.ts'
import { labelStudioImporter } from './label-studio.ts'
import { quotationImporter } from './quotations.ts'
import { type RecordServices, recordImporter } from './records/index.ts'
import type { AnnotationServices } from './services.ts'
import { webAnnotationImporter } from './web-annotations.ts'

export type ImportServices = RecordServices & Omit<AnnotationServices, 'target' | 'typeOf'>

export function importersOf(services: ImportServices): readonly Importer[] {
  const target = targeting(services.db, services.claims.wasDeleted)
  const annotations: AnnotationServices = { ...services, target, typeOf: claimTyping }
  return [
    recordImporter(services),
    webAnnotationImporter(annotations),
    bratImporter(annotations),
    labelStudioImporter(annotations),
    quotationImporter(annotations),
  ]
}
