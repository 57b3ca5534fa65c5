// Taking in what articles hang on: annotators, questions, speakers and whom they speak for.

import { isDeepStrictEqual } from 'node:util'
import { ENGINE_ID, SYSTEM_ID } from '../../annotators/people.ts'
import { type Records, recordOf } from '../../exports/records.ts'
import { UNSAID, workOf } from '../../questions/present.ts'
import { fold } from '../../speakers/names.ts'
import type { Standings } from '../../standings/store.ts'
import type { Operation } from '../../storage/database.ts'
import type { Act, Ledger } from '../../storage/ledger.ts'
import type { Status } from '../format.ts'
import type { ImportStatements } from '../statements.ts'
import { type Ground, missing } from './ground.ts'

export interface Taking {
  readonly s: ImportStatements
  readonly ground: Ground
  readonly ledger: Ledger
  readonly standings: Standings
  readonly act: Act
  readonly dryRun: boolean
}

export function* takeAnnotator(
  { s, ground, ledger, act, dryRun }: Taking,
  { record: _, createdAt, ...annotator }: Records['annotator'],
): Operation<Status> {
  const { id } = annotator
  if (id === ENGINE_ID || id === SYSTEM_ID) return 'unchanged'
  const [known] = yield* s.annotator({ id })
  if (known) {
    const same = isDeepStrictEqual(recordOf.annotator(known), {
      record: 'annotator',
      createdAt,
      ...annotator,
    })
    return same ? 'unchanged' : 'kept'
  }
  ground.promise('annotator', id)
  if (dryRun) return 'created'
  // Without a key: whoever this is here gets one from an admin.
  yield* s.insertAnnotator({ ...annotator, createdAt: Date.parse(createdAt), revision: 1 })
  yield* ledger.append(act, { entity: 'annotator', id, action: 'import', after: annotator })
  return 'created'
}

/**
 * A question that is here already stays as it is, unless there is no claim yet: then it is the one that every
 * service opens with, and takes the form it has in the file.
 */
export function* takeQuestion(
  { s, ground, ledger, act, dryRun }: Taking,
  question: Records['question'],
): Operation<Status> {
  const { slug, versions } = question
  const [known] = yield* s.question({ slug })
  if (known) {
    const here = recordOf.question({ ...known, versions: yield* s.versions({ slug }) })
    if (isDeepStrictEqual(here, question)) return 'unchanged'
    if ((yield* s.anyClaim()).length > 0) return 'kept'
  }
  const status: Status = known ? 'replaced' : 'created'
  if (!versions.some(({ version }) => version === question.version))
    throw missing('/versions', 'version_missing', `Version ${question.version} is not among the versions.`)
  if (dryRun) {
    ground.promiseQuestion(slug, versions)
    return status
  }
  yield* s.dropVersions({ slug })
  yield* s.dropQuestion({ slug })
  const { record: _, settleAt, tagsPerClaim, blind, createdAt, updatedAt, versions: __, ...own } = question
  yield* s.insertQuestion({
    ...own,
    ...workOf({ settleAt, tagsPerClaim, blind }, UNSAID),
    placed: null,
    createdAt: Date.parse(createdAt),
    updatedAt: Date.parse(updatedAt),
    revision: 1,
  })
  for (const { createdAt: at, ...version } of versions)
    yield* s.insertVersion({ slug, ...version, createdAt: Date.parse(at) })
  yield* ledger.append(act, { entity: 'question', id: slug, action: 'import', after: question })
  return status
}

export function* takeSpeaker(
  { s, ground, ledger, act, dryRun }: Taking,
  { record: _, aliases, createdAt, updatedAt, ...speaker }: Records['speaker'],
): Operation<Status> {
  const { id } = speaker
  const [known] = yield* s.speaker({ id })
  if (known) {
    const { name, kind, mergedInto } = known
    const here = (yield* s.aliasesOf({ id })).map(({ alias }) => fold(alias))
    const named = new Set(aliases.map(fold))
    const same =
      name === speaker.name &&
      kind === speaker.kind &&
      mergedInto === speaker.mergedInto &&
      here.length === named.size &&
      here.every((alias) => named.has(alias))
    return same ? 'unchanged' : 'kept'
  }
  ground.promise('speaker', id)
  if (dryRun) return 'created'
  const times = { createdAt: Date.parse(createdAt), updatedAt: Date.parse(updatedAt) }
  yield* s.insertSpeaker({ ...speaker, ...times, revision: 1 })
  const named = new Map(aliases.map((alias) => [fold(alias), alias]))
  for (const [folded, alias] of named) yield* s.insertAlias({ speakerId: id, alias, folded })
  yield* ledger.append(act, { entity: 'speaker', id, action: 'import', after: { ...speaker, aliases } })
  return 'created'
}

/** What the speaker has said already is counted anew, for those they speak for. */
export function* takeAffiliation(
  { s, ground, standings, ledger, act, dryRun }: Taking,
  { speakerId, organizationId, role }: Records['affiliation'],
): Operation<Status> {
  for (const [field, id] of Object.entries({ speakerId, organizationId }))
    if (!(yield* ground.speaker(id)))
      throw missing(`/${field}`, 'unknown_speaker', `There is no speaker ${id}, here or in the file before.`)
  const [known] = yield* s.affiliation({ speakerId, organizationId })
  if (known) return known.role === role ? 'unchanged' : 'kept'
  if (dryRun) return 'created'
  const claims = yield* s.claimsOfSpeaker({ id: speakerId })
  for (const { id } of claims) yield* standings.uncount(id)
  yield* s.insertAffiliation({ speakerId, organizationId, role })
  for (const { id } of claims) yield* standings.count(id)
  const after = { affiliations: [{ organizationId, role }] }
  yield* ledger.append(act, { entity: 'speaker', id: speakerId, action: 'import', after })
  return 'created'
}
