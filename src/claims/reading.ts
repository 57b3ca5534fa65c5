// Claims as they are read over HTTP: as text, and on SQLite, where a look at the ledger costs next to nothing, from what
// was written out before.

import { Gone, NotFound } from '../errors.ts'
import type { Written } from '../http/conditional.ts'
import { given } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import { MOST_NAMESAKES, type SpeakerStore } from '../speakers/store.ts'
import { decodeCursor, encodeCursor, type Key } from '../storage/cursor.ts'
import type { Database } from '../storage/database.ts'
import { claimWriter } from './claim-writer.ts'
import { keptClaims } from './kept.ts'
import { claimListing, type Filters, type Place } from './listing.ts'
import type { ClaimFilter } from './schema.ts'
import type { OffsetUnit } from './spans.ts'
import type { claimStatements } from './statements.ts'

interface Services {
  readonly db: Database
  readonly statements: ReturnType<typeof claimStatements>
  readonly speakers: Pick<SpeakerStore, 'idsOf'>
  readonly lastChange: () => Promise<number>
}

interface Found {
  readonly at: Place
  readonly text: string
}

/** Throws NotFound, or Gone of a claim that was there. */
export async function missing(
  { deletion }: Pick<Services['statements'], 'deletion'>,
  id: string,
): Promise<never> {
  const [deleted] = await deletion.read({ id })
  throw deleted ? new Gone('This claim was deleted.') : new NotFound('There is no such claim.')
}

export function claimReading({ db, statements: s, speakers, lastChange }: Services) {
  const listing = claimListing(db)
  const kept = keptClaims(lastChange)
  const writers = { codepoint: claimWriter('codepoint'), utf16: claimWriter('utf16') }

  /** From what is kept, and the rest from the database; null where something was changed meanwhile. */
  async function placed(filters: Filters, after: Key | null, limit: number, unit: OffsetUnit) {
    const known = await kept.now()
    const places = await listing.places(filters, after, limit)
    const texts = new Map<string, string>()
    const missing: string[] = []
    for (const { id } of places.slice(0, limit)) {
      const written = known.get(`${unit} ${id}`)
      if (written) texts.set(id, written.text)
      else missing.push(id)
    }
    for (const row of missing.length > 0 ? await s.texts.read({ ids: JSON.stringify(missing) }) : []) {
      const text = writers[unit](row)
      texts.set(row.id, text)
      if (known.isAgain(row.number)) known.set(`${unit} ${row.id}`, { text, revision: row.revision })
    }
    if (!(await known.stillHold())) return null
    return places.map((at): Found => ({ at, text: texts.get(at.id) ?? '' }))
  }

  async function whole(filters: Filters, after: Key | null, limit: number, unit: OffsetUnit) {
    const rows = await listing.read(filters, after, limit)
    return rows.map((row): Found => ({ at: row, text: writers[unit](row) }))
  }

  return {
    /**
     * The claim as JSON; `again` says that whoever asks has seen it before, and will ask a third time. Those who read
     * claims here and there would only push out what others ask for. Throws NotFound, Gone.
     */
    async findWritten(id: string, unit: OffsetUnit, again: boolean): Promise<Written> {
      const known = again && db.dialect === 'sqlite' ? await kept.now() : null
      const key = `${unit} ${id}`
      const before = known?.get(key)
      if (before) return before
      const [row] = await s.text.read({ id })
      if (row) {
        const written: Written = { text: writers[unit](row), revision: row.revision }
        known?.set(key, written)
        return written
      }
      return missing(s, id)
    },

    /** A page of claims, each as JSON. */
    async list(filter: ClaimFilter): Promise<Page<string>> {
      const { limit, cursor, offsetUnit: unit, speaker, ...rest } = given(filter) as ClaimFilter
      const ids = speaker === undefined ? undefined : await speakers.idsOf(speaker)
      if (ids?.length === 0) return { data: [], nextCursor: null }
      const named = ids === undefined ? {} : { speakers: ids.slice(0, MOST_NAMESAKES) }
      const filters: Filters = { ...rest, ...named }
      const scope = ['claims', filters]
      const after = cursor === undefined ? null : decodeCursor(scope, cursor)
      const found =
        (db.dialect === 'sqlite' ? await placed(filters, after, limit, unit) : null) ??
        (await whole(filters, after, limit, unit))
      const page = cut(found, limit, ({ at }) => encodeCursor(scope, listing.keyOf(at, filters)))
      return { ...page, data: page.data.map(({ text }) => text) }
    },

    /** In text order. */
    async listOfArticle(
      articleId: string,
      unit: OffsetUnit,
      limit: number,
      cursor?: string,
    ): Promise<Page<string>> {
      const scope = ['claims of', articleId]
      const after = cursor === undefined ? 0 : decodeCursor(scope, cursor)[0]
      const rows = await s.textsOfArticle.read({ articleId, after, limit: limit + 1 })
      const page = cut(rows, limit, (row) => encodeCursor(scope, [row.ordinal]))
      return { ...page, data: page.data.map((row) => writers[unit](row)) }
    },
  }
}
