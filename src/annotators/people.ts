// What happens with annotators and keys: the first admin, the engine's own entry.

import { Malformed, NotFound } from '../errors.ts'
import { iso, isoOrNull } from '../http/formats.ts'
import type { Runtime } from '../runtime.ts'
import type { Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import { callers } from './callers.ts'
import type { NewAnnotator } from './schema.ts'
import { hashOf, newSecret } from './secret.ts'
import type { AnnotatorStore } from './store.ts'

/** The engine tags under this id; it holds no key. */
export const ENGINE_ID = 'ann_engine'
/** Who is written down for what the service does by itself. */
export const SYSTEM_ID = 'ann_system'

export type People = ReturnType<typeof people>

export function people(store: AnnotatorStore, runtime: Runtime, lastChange: () => Promise<number>) {
  return {
    callerOf: callers(store, runtime.now, lastChange),

    /** A new annotator with their first key, whose secret is given back this once. */
    async add(input: NewAnnotator, act: Act, receipt?: (answer: object) => Operation<void>) {
      const annotatorId = runtime.newId('ann')
      const key = newSecret()
      const { version = null, ...rest } = input
      const row = { id: annotatorId, ...rest, version }
      const keyRow = {
        id: runtime.newId('key'),
        annotatorId,
        name: 'first',
        hash: hashOf(key),
        expiresAt: null,
      }
      const answer = { ...row, status: 'active' as const, createdAt: iso(act.at), key }
      await store.insert(row, keyRow, act, receipt && (() => receipt(answer)))
      return answer
    },

    /** A further key. Throws NotFound for an unknown annotator, Malformed for an expiry that has passed. */
    async addKey(
      annotatorId: string,
      input: { name?: string | undefined; expiresAt?: string | undefined },
      act: Act,
      receipt?: (answer: object) => Operation<void>,
    ) {
      if (!(await store.find(annotatorId))) throw new NotFound('There is no such annotator.')
      const expiresAt = input.expiresAt === undefined ? null : Date.parse(input.expiresAt)
      if (expiresAt !== null && expiresAt <= act.at) throw expired()
      const key = newSecret()
      const row = {
        id: runtime.newId('key'),
        annotatorId,
        name: input.name ?? null,
        hash: hashOf(key),
        expiresAt,
      }
      const answer = {
        id: row.id,
        name: row.name,
        key,
        expiresAt: expiresAt === null ? null : iso(expiresAt),
      }
      await store.insertKey(row, act, receipt && (() => receipt(answer)))
      return answer
    },

    /** A key in place of another, which stops working at once. Throws as `store.rotateKey`, Malformed as `addKey`. */
    async rotateKey(
      annotatorId: string,
      keyId: string,
      input: { expiresAt?: string | undefined },
      act: Act,
      receipt: (answer: object) => Operation<void>,
    ) {
      const expiresAt = input.expiresAt === undefined ? undefined : Date.parse(input.expiresAt)
      if (expiresAt !== undefined && expiresAt <= act.at) throw expired()
      const key = newSecret()
      const fresh = { id: runtime.newId('key'), hash: hashOf(key), expiresAt }
      return store.rotateKey(annotatorId, keyId, fresh, act, function* (row) {
        const answer = { id: row.id, name: row.name, key, expiresAt: isoOrNull(row.expiresAt) }
        yield* receipt(answer)
        return answer
      })
    },

    /**
     * Sees to it that there is an admin. With `adminKey`, that key works from now on, unless it is known here already:
     * then it opens what it opened last, which is nothing once it was revoked. Without one the first start makes a key
     * and gives it back, to be printed once. Null when nothing had to be made.
     */
    async ensureAdmin(adminKey: string | undefined): Promise<string | null> {
      const act = { by: SYSTEM_ID, at: runtime.now() }
      const admin = await store.firstAdmin()
      const isKnown = adminKey !== undefined && (await store.knowsKey(hashOf(adminKey)))
      const given = isKnown ? undefined : adminKey
      if (admin && given === undefined) return null
      const key = given ?? newSecret()
      const annotatorId = admin?.id ?? runtime.newId('ann')
      const keyRow = {
        id: runtime.newId('key'),
        annotatorId,
        name: 'admin key',
        hash: hashOf(key),
        expiresAt: null,
      }
      if (admin) await store.insertKey(keyRow, act)
      else
        await store.insert(
          { id: annotatorId, name: 'admin', kind: 'person', role: 'admin', version: null },
          keyRow,
          act,
        )
      return given === undefined ? key : null
    },

    async isAdmins(key: string): Promise<boolean> {
      const found = await store.findCaller(hashOf(key), runtime.now())
      return found?.caller.role === 'admin' && found.caller.status === 'active'
    },

    /** A write of the service's own accord. */
    systemAct: (): Act => ({ by: SYSTEM_ID, at: runtime.now() }),

    /** The entries of the service itself and of the engine, brought to its version. */
    async ensurePrograms(engineVersion: string): Promise<void> {
      const act = { by: SYSTEM_ID, at: runtime.now() }
      const program = { kind: 'software', role: 'annotator', version: null } as const
      if (!(await store.find(SYSTEM_ID)))
        await store.insert({ id: SYSTEM_ID, name: 'averment', ...program }, null, act)
      const engine = await store.find(ENGINE_ID)
      if (!engine)
        await store.insert({ id: ENGINE_ID, name: 'engine', ...program, version: engineVersion }, null, act)
      else if (engine.version !== engineVersion)
        await store.replace(ENGINE_ID, { version: engineVersion }, act)
    },
  }
}

const expired = () =>
  new Malformed('expiresAt has passed already.', {
    faults: [{ pointer: '/expiresAt', code: 'in_the_past', detail: 'Give a time still to come.' }],
  })
