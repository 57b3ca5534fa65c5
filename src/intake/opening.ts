// What an empty database is given before the first request: the service's own entries, an admin, a question, the samples.

import type { People } from '../annotators/people.ts'
import type { ArticleStore } from '../articles/store.ts'
import { BUSINESS_RECORDS_QUESTION } from '../questions/shipped.ts'
import type { QuestionStore } from '../questions/store.ts'
import { inTurn, type Peers } from '../storage/peers.ts'
import { sampleIntake } from './samples.ts'
import type { Intake } from './take.ts'

interface Services {
  readonly db: { readonly peers: Peers }
  readonly people: People
  readonly questions: QuestionStore
  readonly articles: ArticleStore
  readonly intake: Intake
  readonly engineVersion: string
  readonly log: { warn(message: string): void }
}

export interface Opening {
  /** Whether the samples are wanted. */
  readonly demo: boolean
  readonly adminKey?: string
}

/** The key of a new admin, to be printed once; null when nobody needed one. */
export async function opened(services: Services, { demo, adminKey }: Opening): Promise<string | null> {
  const { db, people, questions, articles, intake, engineVersion, log } = services
  let newAdminKey: string | null = null
  // Of several processes that are started at once, the first does it and the others find it done.
  await inTurn(db.peers, 'start', async () => {
    await people.ensurePrograms(engineVersion)
    newAdminKey = await people.ensureAdmin(adminKey)
    await questions.ensure(BUSINESS_RECORDS_QUESTION, people.systemAct())
    if (demo) await sampleIntake(articles, intake, people.systemAct())
  })
  if (adminKey !== undefined && !(await people.isAdmins(adminKey)))
    log.warn('ADMIN_KEY is known here as a key that was revoked, or is not an admin’s, and stays so.')
  return newAdminKey
}
