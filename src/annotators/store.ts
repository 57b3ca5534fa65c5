// Annotators and keys in the database.

import { Conflict, NotFound } from '../errors.ts'
import type { Caller, Role } from '../http/auth.ts'
import { given, iso, isoOrNull } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import type { Annotator, AnnotatorChange, Key } from './schema.ts'
import { isSame } from './secret.ts'
import { annotatorStatements } from './statements.ts'

export interface NewAnnotatorRow {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'software'
  readonly role: Role
  readonly version: string | null
}

export interface NewKeyRow {
  readonly id: string
  readonly annotatorId: string
  readonly name: string | null
  readonly hash: string
  readonly expiresAt: number | null
}

type Row = Database['tables']['annotators']['$inferSelect']
type KeyRow = Database['tables']['keys']['$inferSelect']

const present = ({ createdAt, revision: _, ...row }: Row): Annotator =>
  ({ ...row, createdAt: iso(createdAt) }) as Annotator

const presentKey = ({ id, name, createdAt, expiresAt, revokedAt, lastUsedAt }: KeyRow): Key => ({
  id,
  name,
  createdAt: iso(createdAt),
  expiresAt: isoOrNull(expiresAt),
  revokedAt: isoOrNull(revokedAt),
  lastUsedAt: isoOrNull(lastUsedAt),
})

export type AnnotatorStore = ReturnType<typeof annotatorStore>

export function annotatorStore(db: Database, ledger: Ledger) {
  const s = annotatorStatements(db)

  return {
    /** The owner of a key that is neither revoked nor expired at `now`, with the key's id and last use. */
    async findCaller(hash: string, now: number) {
      const [row] = await s.caller.read({ hash })
      if (
        !row ||
        !isSame(row.hash, hash) ||
        row.revokedAt !== null ||
        (row.expiresAt !== null && row.expiresAt <= now)
      )
        return null
      const { keyId, lastUsedAt, expiresAt, revokedAt: _, hash: __, ...owner } = row
      return { caller: owner as Caller, keyId, lastUsedAt, expiresAt }
    },
    /** Whether it is or was anybody's. */
    knowsKey: async (hash: string): Promise<boolean> => (await s.caller.read({ hash })).length > 0,
    /** Noted to the minute and outside the ledger: it says nothing about the data. */
    touch: (keyId: string, at: number): Promise<number> => db.batch(() => s.touch({ id: keyId, at })),

    async find(id: string): Promise<Annotator | null> {
      const [row] = await s.one.read({ id })
      return row ? present(row) : null
    },
    async firstAdmin(): Promise<Annotator | null> {
      const [row] = await s.admins.read()
      return row ? present(row) : null
    },
    async list(limit: number, cursor?: string): Promise<Page<Annotator>> {
      const after = cursor === undefined ? '' : String(decodeCursor('annotators', cursor)[0])
      const page = cut(await s.page.read({ after, limit: limit + 1 }), limit, (row) =>
        encodeCursor('annotators', [row.id]),
      )
      return { ...page, data: page.data.map(present) }
    },
    insert(
      row: NewAnnotatorRow,
      key: NewKeyRow | null,
      act: Act,
      receipt?: () => Operation<void>,
    ): Promise<Annotator> {
      return db.batch(function* () {
        const stored = { ...row, status: 'active', createdAt: act.at, revision: 1 }
        yield* s.insert(stored)
        yield* ledger.append(act, {
          entity: 'annotator',
          id: row.id,
          action: 'create',
          after: present(stored),
        })
        if (key) yield* insertKey(key, act)
        if (receipt) yield* receipt()
        return present(stored)
      })
    },
    /** Throws Conflict when it would leave the service without an active admin. */
    replace(
      id: string,
      change: AnnotatorChange,
      act: Act,
      check: (current: Annotator) => void = () => {},
    ): Promise<Annotator> {
      return db.batch(function* () {
        const [row] = yield* s.one({ id })
        if (!row) throw new NotFound('There is no such annotator.')
        check(present(row))
        const changed = { ...row, ...given(change), revision: row.revision + 1 }
        if (changed.role !== 'admin' || changed.status !== 'active') {
          const [other] = yield* s.otherAdmin({ id })
          if (row.role === 'admin' && row.status === 'active' && !other)
            throw new Conflict('This is the last active admin; make another one first.')
        }
        yield* s.update(changed)
        yield* ledger.append(act, {
          entity: 'annotator',
          id,
          action: 'update',
          before: present(row),
          after: present(changed),
        })
        return present(changed)
      })
    },

    insertKey: (key: NewKeyRow, act: Act, receipt?: () => Operation<void>): Promise<void> =>
      db.batch(function* () {
        yield* insertKey(key, act)
        if (receipt) yield* receipt()
      }),
    async listKeys(annotatorId: string, limit: number, cursor?: string): Promise<Page<Key>> {
      const scope = ['keys', annotatorId]
      const after = cursor === undefined ? '' : String(decodeCursor(scope, cursor)[0])
      const page = cut(await s.keys.read({ annotatorId, after, limit: limit + 1 }), limit, (row) =>
        encodeCursor(scope, [row.id]),
      )
      return { ...page, data: page.data.map(presentKey) }
    },
    /**
     * A new key under the same name, until the same time unless another is given; the old one is revoked in the same
     * write. Throws NotFound, and Conflict for a key that is revoked, or expired and given no new time.
     */
    rotateKey<T>(
      annotatorId: string,
      id: string,
      fresh: { readonly id: string; readonly hash: string; readonly expiresAt: number | undefined },
      act: Act,
      receipt: (row: NewKeyRow) => Operation<T>,
    ): Promise<T> {
      return db.batch(function* () {
        const [old] = yield* s.key({ id, annotatorId })
        if (!old) throw new NotFound('There is no such key.')
        const { name, revokedAt } = old
        const expiresAt = fresh.expiresAt ?? old.expiresAt
        if (revokedAt !== null || (expiresAt !== null && expiresAt <= act.at))
          throw new Conflict('This key is revoked or has expired; add another.', {
            state: { key: presentKey(old) },
          })
        yield* s.revoke({ id, annotatorId, at: act.at })
        yield* ledger.append(act, {
          entity: 'key',
          id,
          action: 'revoke',
          after: { annotatorId, by: fresh.id },
        })
        const row = { ...fresh, annotatorId, name, expiresAt }
        yield* insertKey(row, act)
        return yield* receipt(row)
      })
    },
    /** Throws NotFound when the annotator has no such key, or it was revoked before. */
    revokeKey(annotatorId: string, id: string, act: Act): Promise<void> {
      return db.batch(function* () {
        if ((yield* s.revoke({ id, annotatorId, at: act.at })) === 0)
          throw new NotFound('There is no such key, or it is revoked already.')
        yield* ledger.append(act, { entity: 'key', id, action: 'revoke', after: { annotatorId } })
      })
    },
  }

  function* insertKey(key: NewKeyRow, act: Act): Operation<void> {
    yield* s.insertKey({ ...key, createdAt: act.at })
    const { id, annotatorId, name, expiresAt } = key
    yield* ledger.append(act, {
      entity: 'key',
      id,
      action: 'create',
      after: { annotatorId, name, expiresAt },
    })
  }
}
