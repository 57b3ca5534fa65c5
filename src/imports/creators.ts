// Who made what comes in: an annotator who is known here by id or by name and kind, or a new one without a key.

import type { AnnotatorStore } from '../annotators/store.ts'
import type { Runtime } from '../runtime.ts'
import type { Act } from '../storage/ledger.ts'
import type { Tagger } from '../tags/store.ts'
import type { Job } from './format.ts'
import type { ImportStatements } from './statements.ts'

export interface Creator {
  readonly id?: string | undefined
  readonly name: string
  readonly kind: 'person' | 'software'
}

interface Services {
  readonly annotators: AnnotatorStore
  readonly runtime: Runtime
}

export function creating({ annotators, runtime }: Services, s: ImportStatements, job: Job, act: Act) {
  const known = new Map<string, Promise<Tagger>>()

  async function found({ id, name, kind }: Creator): Promise<Tagger> {
    const [byId] = id === undefined ? [] : await s.annotator.read({ id })
    const [byName] = byId ? [byId] : await s.annotatorsNamed.read({ name, kind })
    if (byName)
      return {
        id: byName.id,
        name: byName.name,
        kind: byName.kind as Tagger['kind'],
        version: byName.version,
      }
    // There is nobody to write it down for; what is tried is undone anyway.
    if (job.dryRun) return job.caller
    const row = { id: runtime.newId('ann'), name, kind, role: 'annotator' as const, version: null }
    await annotators.insert(row, null, act)
    return row
  }

  /** The caller where nobody is named. */
  return (creator: Creator | null): Promise<Tagger> => {
    if (creator === null || creator.name.trim() === '') return Promise.resolve(job.caller)
    const key = JSON.stringify([creator.id, creator.name, creator.kind])
    const tagger = known.get(key) ?? found({ ...creator, name: creator.name.trim().slice(0, 200) })
    known.set(key, tagger)
    return tagger
  }
}
