// The prepared statements behind the annotator store.

import { and, asc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export function annotatorStatements(db: Database) {
  const { annotators: a, keys: k } = db.tables
  const isAdmin = and(eq(a.role, 'admin'), eq(a.status, 'active'))
  return {
    caller: db.query((q, slot) =>
      q
        .select({
          id: a.id,
          name: a.name,
          kind: a.kind,
          role: a.role,
          status: a.status,
          version: a.version,
          keyId: k.id,
          hash: k.hash,
          expiresAt: k.expiresAt,
          revokedAt: k.revokedAt,
          lastUsedAt: k.lastUsedAt,
        })
        .from(k)
        .innerJoin(a, eq(a.id, k.annotatorId))
        .where(eq(k.hash, slot('hash'))),
    ),
    touch: db.command((q, slot) =>
      q
        .update(k)
        .set({ lastUsedAt: sql`${slot('at')}` })
        .where(eq(k.id, slot('id'))),
    ),
    one: db.query((q, slot) =>
      q
        .select()
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    admins: db.query((q) => q.select().from(a).where(isAdmin).orderBy(asc(a.createdAt), asc(a.id)).limit(1)),
    otherAdmin: db.query((q, slot) =>
      q
        .select({ id: a.id })
        .from(a)
        .where(and(isAdmin, ne(a.id, slot('id'))))
        .limit(1),
    ),
    page: db.query((q, slot) =>
      q
        .select()
        .from(a)
        .where(gt(a.id, slot('after')))
        .orderBy(asc(a.id))
        .limit(slot('limit')),
    ),
    insert: db.command((q, slot) =>
      q.insert(a).values({
        id: slot('id'),
        name: slot('name'),
        kind: slot('kind'),
        role: slot('role'),
        status: slot('status'),
        version: slot('version'),
        createdAt: slot('createdAt'),
        revision: slot('revision'),
      }),
    ),
    update: db.command((q, slot) =>
      q
        .update(a)
        .set({
          name: sql`${slot('name')}`,
          role: sql`${slot('role')}`,
          status: sql`${slot('status')}`,
          version: sql`${slot('version')}`,
          revision: sql`${slot('revision')}`,
        })
        .where(eq(a.id, slot('id'))),
    ),
    insertKey: db.command((q, slot) =>
      q.insert(k).values({
        id: slot('id'),
        annotatorId: slot('annotatorId'),
        name: slot('name'),
        hash: slot('hash'),
        createdAt: slot('createdAt'),
        expiresAt: slot('expiresAt'),
        revokedAt: null,
        lastUsedAt: null,
      }),
    ),
    keys: db.query((q, slot) =>
      q
        .select()
        .from(k)
        .where(and(eq(k.annotatorId, slot('annotatorId')), gt(k.id, slot('after'))))
        .orderBy(asc(k.id))
        .limit(slot('limit')),
    ),
    key: db.query((q, slot) =>
      q
        .select()
        .from(k)
        .where(and(eq(k.id, slot('id')), eq(k.annotatorId, slot('annotatorId')))),
    ),
    revoke: db.command((q, slot) =>
      q
        .update(k)
        .set({ revokedAt: sql`${slot('at')}` })
        .where(and(eq(k.id, slot('id')), eq(k.annotatorId, slot('annotatorId')), isNull(k.revokedAt))),
    ),
  }
}
