// Which claims a list of evidence is about.

import type { ListClaimsData } from '../../../../openapi/client/index.ts'

export type ClaimsAsked = NonNullable<ListClaimsData['query']>
