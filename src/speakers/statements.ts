// The prepared statements behind the speaker store.

import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import { forEachNumber } from '../storage/several.ts'

export function speakerStatements(db: Database) {
  const { speakers: s, speakerAliases: al, affiliations: af, claimSpeakers: cs, claims: c } = db.tables
  // Few claims are rejected: asked of an index of theirs, which is small, the claims themselves need not be read.
  const indexed = db.dialect === 'sqlite' ? sql.raw('indexed by claims_status') : sql``
  const isCounted = sql`not exists (select 1 from ${c} ${indexed} where ${c.status} = 'rejected' and ${c.id} = ${cs.claimId})`
  const n = sql<number>`count(*)`.mapWith(Number)
  return {
    one: db.query((q, slot) =>
      q
        .select()
        .from(s)
        .where(eq(s.id, slot('id'))),
    ),
    aliases: db.query((q, slot) =>
      q
        .select({ alias: al.alias, folded: al.folded })
        .from(al)
        .where(eq(al.speakerId, slot('id')))
        .orderBy(asc(al.folded)),
    ),
    affiliations: db.query((q, slot) =>
      q
        .select({ speakerId: af.organizationId, name: s.name, role: af.role })
        .from(af)
        .innerJoin(s, eq(s.id, af.organizationId))
        .where(eq(af.speakerId, slot('id')))
        .orderBy(asc(af.organizationId)),
    ),
    claimCount: db.query((q, slot) =>
      q
        .select({ n })
        .from(cs)
        .where(and(eq(cs.speakerId, slot('id')), isCounted)),
    ),
    /** Of several speakers, `id0` and so on; those without a claim are missing. */
    claimCounts: forEachNumber((speakers) =>
      db.query((q, slot) =>
        q
          .select({ id: cs.speakerId, n })
          .from(cs)
          .where(
            and(
              inArray(
                cs.speakerId,
                Array.from({ length: speakers }, (_, i) => slot(`id${i}`)),
              ),
              isCounted,
            ),
          )
          .groupBy(cs.speakerId),
      ),
    ),
    claimIds: db.query((q, slot) =>
      q
        .select({ id: cs.claimId })
        .from(cs)
        .where(eq(cs.speakerId, slot('id'))),
    ),
    /** Speakers one of whose names folds to this. */
    named: db.query((q, slot) =>
      q
        .select({ id: s.id, name: s.name, kind: s.kind })
        .from(al)
        .innerJoin(s, eq(s.id, al.speakerId))
        .where(eq(al.folded, slot('folded'))),
    ),
    insert: db.command((q, slot) =>
      q.insert(s).values({
        id: slot('id'),
        name: slot('name'),
        kind: slot('kind'),
        mergedInto: null,
        createdAt: slot('createdAt'),
        updatedAt: slot('updatedAt'),
        revision: slot('revision'),
      }),
    ),
    update: db.command((q, slot) =>
      q
        .update(s)
        .set({
          name: sql`${slot('name')}`,
          kind: sql`${slot('kind')}`,
          updatedAt: sql`${slot('updatedAt')}`,
          revision: sql`${slot('revision')}`,
        })
        .where(eq(s.id, slot('id'))),
    ),
    addAlias: db.command((q, slot) =>
      q
        .insert(al)
        .values({ speakerId: slot('id'), alias: slot('alias'), folded: slot('folded') })
        .onConflictDoNothing(),
    ),
    dropAliases: db.command((q, slot) => q.delete(al).where(eq(al.speakerId, slot('id')))),
    addAffiliation: db.command((q, slot) =>
      q
        .insert(af)
        .values({ speakerId: slot('id'), organizationId: slot('organizationId'), role: slot('role') })
        .onConflictDoNothing(),
    ),
    dropAffiliations: db.command((q, slot) => q.delete(af).where(eq(af.speakerId, slot('id')))),
    ...mergeStatements(db),
  }
}

/** What belongs to `from` is given to `into`, except what `into` has already. */
function mergeStatements(db: Database) {
  const { speakers: s, affiliations: af, claimSpeakers: cs } = db.tables
  const into = sql.placeholder('into')
  const from = sql.placeholder('from')
  return {
    /** Claims of either, and of everybody who speaks for `from`: those whose groups change. */
    moveClaims: db.command((q) =>
      q
        .update(cs)
        .set({ speakerId: sql`${into}` })
        .where(
          and(
            eq(cs.speakerId, from),
            sql`not exists (select 1 from claim_speakers other where other.claim_id = ${cs.claimId} and other.speaker_id = ${into})`,
          ),
        ),
    ),
    dropClaims: db.command((q) => q.delete(cs).where(eq(cs.speakerId, from))),
    members: db.query((q) =>
      q.select({ id: af.speakerId, role: af.role }).from(af).where(eq(af.organizationId, from)),
    ),
    dropMembers: db.command((q) => q.delete(af).where(eq(af.organizationId, from))),
    markMerged: db.command((q, slot) =>
      q
        .update(s)
        .set({ mergedInto: sql`${into}`, updatedAt: sql`${slot('at')}` })
        .where(sql`${s.id} = ${from} or ${s.mergedInto} = ${from}`),
    ),
  }
}
