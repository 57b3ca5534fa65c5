// Rulings in the database. Each write settles the claim's position in the same transaction.

import { Conflict, NotFound } from '../errors.ts'
import type { Caller } from '../http/auth.ts'
import { iso } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import type { Standings } from '../standings/store.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import type { Target } from '../tags/target.ts'
import type { NewRuling, Reopening, Ruling } from './schema.ts'
import { rulingStatements } from './statements.ts'

type Row = Database['tables']['rulings']['$inferSelect'] & {
  readonly annotatorName: string
  readonly kind: string
}

function present(row: Omit<Row, 'articleId'> & Partial<Pick<Row, 'articleId'>>): Ruling {
  const { articleId: _, annotatorId, annotatorName, kind, createdAt, current, ...rest } = row
  const { endedBecause, endedAt, endedBy, endedRationale, ...ruling } = rest
  return {
    ...ruling,
    annotator: { id: annotatorId, name: annotatorName, kind },
    createdAt: iso(createdAt),
    current: current === 1,
    ended:
      endedAt === null
        ? null
        : { because: endedBecause, at: iso(endedAt), by: endedBy, rationale: endedRationale },
  } as Ruling
}

const STANDS = { endedBecause: null, endedAt: null, endedBy: null, endedRationale: null }

export interface RulingServices {
  readonly db: Database
  readonly ledger: Ledger
  readonly standings: Standings
  readonly target: Target
}

export type RulingStore = ReturnType<typeof rulingStore>

export function rulingStore({ db, ledger, standings, target }: RulingServices) {
  const s = rulingStatements(db)

  return {
    /**
     * Settles the claim. Throws as a tag does, and Conflict with the ruling that stands unless the new one names it:
     * of two at once, one is refused.
     */
    insert(
      id: string,
      claimId: string,
      ruling: NewRuling,
      by: Caller,
      act: Act,
      receipt: (answer: Ruling) => Operation<void>,
    ): Promise<Ruling> {
      return db.batch(function* () {
        const { question, position, rationale = null, supersedes = null } = ruling
        const { articleId, questionVersion } = yield* target(claimId, ruling)
        const [standing] = yield* s.standing({ claimId, question })
        if ((standing?.id ?? null) !== supersedes) throw overlooked(standing)
        if (standing) yield* s.end({ id: standing.id, ...act, because: 'superseded', rationale: null })
        const said = { id, claimId, question, questionVersion, position, rationale }
        const row = { ...said, annotatorId: by.id, createdAt: act.at }
        yield* s.insert({ ...row, articleId })
        yield* ledger.append(act, { entity: 'ruling', id, action: 'create', after: { ...row, supersedes } })
        yield* standings.settle({ claimId, articleId }, question)
        const answer = present({ ...row, ...STANDS, current: 1, annotatorName: by.name, kind: by.kind })
        yield* receipt(answer)
        return answer
      })
    },

    /** The claim stands again as its tags have it. Throws NotFound, and Conflict when the ruling stands no more. */
    reopen(
      id: string,
      reopening: Reopening,
      act: Act,
      receipt: (answer: Ruling) => Operation<void>,
    ): Promise<Ruling> {
      const rationale = reopening.rationale ?? null
      return db.batch(function* () {
        const [row] = yield* s.one({ id })
        if (!row) throw new NotFound('There is no such ruling.')
        const { claimId, question } = row
        if ((yield* s.end({ id, ...act, because: 'reopened', rationale })) === 0) {
          const [standing] = yield* s.standing({ claimId, question })
          throw new Conflict('This ruling stands no more.', {
            state: { ended: present(row).ended, ruling: standing ? present(standing) : null },
          })
        }
        const ended = {
          endedBecause: 'reopened',
          endedAt: act.at,
          endedBy: act.by,
          endedRationale: rationale,
        }
        const answer = present({ ...row, ...ended, current: 0 })
        yield* ledger.append(act, {
          entity: 'ruling',
          id,
          action: 'reopen',
          before: present(row),
          after: { claimId, question, ended: answer.ended },
        })
        yield* standings.settle(row, question)
        yield* receipt(answer)
        return answer
      })
    },

    async find(id: string): Promise<Ruling | null> {
      const [row] = await s.one.read({ id })
      return row ? present(row) : null
    },
    async listOfClaim(claimId: string, limit: number, cursor?: string): Promise<Page<Ruling>> {
      const scope = ['rulings of', claimId]
      const after = cursor === undefined ? '' : decodeCursor(scope, cursor)[0]
      const page = cut(await s.ofClaim.read({ claimId, after, limit: limit + 1 }), limit, (row) =>
        encodeCursor(scope, [row.id]),
      )
      return { ...page, data: page.data.map(present) }
    },
  }
}

function overlooked(standing: Row | undefined): Conflict {
  return new Conflict(
    standing
      ? 'A ruling stands on this claim and question. Reopen it, or name it in `supersedes`.'
      : 'The ruling named in `supersedes` stands no more.',
    {
      state: { ruling: standing ? present(standing) : null },
      faults: [
        standing
          ? {
              pointer: '/supersedes',
              code: 'ruling_stands',
              detail: `The one that stands is ${standing.id}.`,
            }
          : { pointer: '/supersedes', code: 'ruling_ended', detail: 'No ruling stands; leave it out.' },
      ],
    },
  )
}
