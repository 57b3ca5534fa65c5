// The first articles of an empty database, so that a newcomer has something to look at.

import type { ArticleStore } from '../articles/store.ts'
import { samples } from '../samples/index.ts'
import type { Act } from '../storage/ledger.ts'
import { Duplicate, type Intake } from './take.ts'

/** Does nothing when there is an article already, or ever was one. */
export async function sampleIntake(articles: ArticleStore, intake: Intake, act: Act): Promise<void> {
  if (await articles.hasAny()) return
  for (const sample of samples) {
    try {
      await intake.take({ ...sample, language: 'en', metadata: { sample: true } }, act)
    } catch (error) {
      // Another process that started on the same database was faster.
      if (!(error instanceof Duplicate)) throw error
    }
  }
}
