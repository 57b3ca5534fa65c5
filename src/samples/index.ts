// The articles an empty service starts with: retellings of the Microsoft warrant dispute at its dates, and invented
// cases on the same question. Real persons are quoted only with words on the public record; all else is made up.

import { article as bellwether } from './bellwether-tribunal.ts'
import { article as copperfield } from './copperfield-ruling.ts'
import { article as lanternpost } from './lanternpost-ministry.ts'
import { article as districtCourt } from './microsoft-2014-district-court.ts'
import { article as appealArgued } from './microsoft-2015-appeal-argued.ts'
import { article as appealDecided } from './microsoft-2016-appeal-decided.ts'
import { article as moot } from './microsoft-2018-moot.ts'
import { article as supremeCourtArgued } from './microsoft-2018-supreme-court-argued.ts'
import { article as pigeonhole } from './pigeonhole-argued.ts'
import { article as rooksend } from './rooksend-debate.ts'
import type { SampleArticle } from './sample-article.ts'

export type { SampleArticle }

/** In order of publication, so that a service filled with them tells the story forwards. */
export const samples: readonly SampleArticle[] = [
  districtCourt,
  appealArgued,
  appealDecided,
  supremeCourtArgued,
  moot,
  lanternpost,
  pigeonhole,
  copperfield,
  bellwether,
  rooksend,
]
