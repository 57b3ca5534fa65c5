// Who tagged what how, read annotator by annotator, apart and in short pages, so that other requests come in between.

import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { NotFound } from '../errors.ts'
import type { Database, Query, Values } from '../storage/database.ts'
import type { Ratings } from './ratings.ts'
import type { AgreementFilter } from './schema.ts'

/** Tags read at once: some ten milliseconds on SQLite. */
const PAGE = 2000

export interface Rater {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly tags: number
}

/** The ratings, and what their numbers stand for. */
export interface Rated {
  readonly version: number
  readonly ratings: Ratings
  readonly claimIds: readonly string[]
  readonly annotators: readonly Rater[]
  readonly positions: readonly string[]
}

export type AgreementStore = ReturnType<typeof agreementStore>

export function agreementStore(db: Database) {
  const s = statements(db)

  /** All rows of a query by id, with a breath between its pages. */
  async function* pages<R extends { readonly id: string }>(query: Query<R>, values: Values) {
    for (let after = ''; ; await setImmediate()) {
      const rows = await query.readApart({ ...values, after, limit: PAGE })
      yield rows
      const last = rows.at(-1)
      if (rows.length < PAGE || !last) return
      after = last.id
    }
  }

  /** Read once, since asking for each tag whether its claim is rejected takes twice as long as all the rest. */
  async function rejectedClaims(): Promise<Set<string>> {
    const ids = new Set<string>()
    for await (const rows of pages(s.rejected, {})) for (const { id } of rows) ids.add(id)
    return ids
  }

  /** The annotator's current tags by claim. The later one holds where a new tag came between two pages. */
  async function tagsOf(values: Values, rejected: ReadonlySet<string>): Promise<Map<string, string>> {
    const positions = new Map<string, string>()
    for await (const rows of pages(s.page, values))
      for (const { claimId, position } of rows) if (!rejected.has(claimId)) positions.set(claimId, position)
    return positions
  }

  return {
    /** People's current tags under one version; programs' too where they are included. Throws NotFound. */
    async read(slug: string, { version, include }: AgreementFilter): Promise<Rated> {
      const [question] = await s.question.read({ slug })
      if (!question) throw new NotFound(`There is no question "${slug}".`)
      const asked = version ?? question.version
      const [such] = await s.version.read({ slug, version: asked })
      if (!such) throw new NotFound(`The question has no version ${asked}; it is at ${question.version}.`)
      const rated = collecting(such.positions.map((position) => position.slug))
      const rejected = await rejectedClaims()
      for (const annotator of await s.annotators.read()) {
        if (annotator.kind !== 'person' && include !== 'software') continue
        const values = { annotator: annotator.id, question: slug, version: asked }
        rated.add(annotator, await tagsOf(values, rejected))
      }
      return { version: asked, ...rated.all() }
    },
  }
}

function statements(db: Database) {
  const { annotators: a, claims: c, questions: q, questionVersions: v, tags: t } = db.tables
  return {
    question: db.query((b, slot) =>
      b
        .select({ version: q.version })
        .from(q)
        .where(eq(q.slug, slot('slug'))),
    ),
    version: db.query((b, slot) =>
      b
        .select({ positions: v.positions })
        .from(v)
        .where(and(eq(v.slug, slot('slug')), eq(v.version, slot('version')))),
    ),
    annotators: db.query((b) =>
      b.select({ id: a.id, name: a.name, kind: a.kind }).from(a).orderBy(asc(a.id)),
    ),
    rejected: db.query((b, slot) =>
      b
        .select({ id: c.id })
        .from(c)
        .where(and(sql`${c.status} = 'rejected'`, gt(c.id, slot('after'))))
        .orderBy(asc(c.id))
        .limit(slot('limit')),
    ),
    page: db.query((b, slot) =>
      b
        .select({ id: t.id, claimId: t.claimId, position: t.position })
        .from(t)
        .where(
          and(
            eq(t.annotatorId, slot('annotator')),
            gt(t.id, slot('after')),
            // Written so that it cannot be sought by: walked by question, each page would pass the machine's tags.
            sql`${t.question} || '' = ${slot('question')}`,
            sql`${t.current} = 1`,
            eq(t.questionVersion, slot('version')),
          ),
        )
        .orderBy(asc(t.id))
        .limit(slot('limit')),
    ),
  }
}

/** Gives claims and annotators their numbers as they come; positions have those of the question. */
function collecting(positions: readonly string[]) {
  const numberOf = new Map(positions.map((slug, i) => [slug, i]))
  const claims = new Map<string, number>()
  const annotators: Rater[] = []
  const rows: { claim: number[]; annotator: number[]; position: number[] } = {
    claim: [],
    annotator: [],
    position: [],
  }
  return {
    add(annotator: Omit<Rater, 'tags'>, tags: ReadonlyMap<string, string>): void {
      if (tags.size === 0) return
      const number = annotators.push({ ...annotator, tags: tags.size }) - 1
      for (const [claimId, slug] of tags) {
        const position = numberOf.get(slug)
        if (position === undefined) continue
        const claim = claims.get(claimId) ?? claims.size
        claims.set(claimId, claim)
        rows.claim.push(claim)
        rows.annotator.push(number)
        rows.position.push(position)
      }
    },
    all: () => ({
      ratings: {
        claims: claims.size,
        annotators: annotators.length,
        positions: positions.length,
        claim: new Uint32Array(rows.claim),
        annotator: new Uint32Array(rows.annotator),
        position: new Uint32Array(rows.position),
      },
      claimIds: [...claims.keys()],
      annotators,
      positions,
    }),
  }
}
