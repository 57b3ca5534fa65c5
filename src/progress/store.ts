// How far the work on a question is, read annotator by annotator, apart and in short pages, so that other requests come in between.

import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Work } from '../leases/places.ts'
import type { LeaseStore } from '../leases/store.ts'
import type { Database } from '../storage/database.ts'
import { paceOf, since } from './pace.ts'
import type { AnnotatorProgress, Progress } from './schema.ts'
import { type Kind, tallyOf } from './stages.ts'
import { progressStatements } from './statements.ts'
import { add, emptyTally, type Tagged, type Tally } from './tally.ts'

/** Tags read at once: some ten milliseconds on SQLite. */
const PAGE = 2000
/** Questions whose tallies are kept until the next change in the ledger. */
const MOST_KEPT = 50

interface Person {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly status: string
}

interface Counted extends ReturnType<typeof tallyOf> {
  readonly tallies: readonly { readonly person: Person; readonly tally: Tally }[]
}

export type ProgressStore = ReturnType<typeof progressStore>

export function progressStore(db: Database, leases: LeaseStore, lastChange: () => Promise<number>) {
  const s = progressStatements(db)
  const kept = new LRUCache<string, { readonly seq: number; readonly counted: Promise<Counted> }>({
    max: MOST_KEPT,
  })

  async function tally(question: string, annotator: string, work: Work, from: number): Promise<Tally> {
    const sum = emptyTally()
    for (let after = ''; ; await setImmediate()) {
      const rows = await s.tags.readApart({ question, annotator, after, limit: PAGE })
      for (const row of rows) add(sum, row as Tagged, work, from)
      const last = rows.at(-1)
      if (rows.length < PAGE || !last) return sum
      after = last.id
    }
  }

  async function count(question: string, work: Work, now: number): Promise<Counted> {
    const [machine] = await s.byMachine.read({ question })
    const untagged: Kind = { basis: 'machine', version: null, people: 0, confidence: 0, n: machine?.n ?? 0 }
    const kinds = [untagged, ...(await s.kinds.readApart({ question }))]
    const stages = tallyOf(kinds, await s.rejectedKinds.readApart({ question }), work)
    const tallies: { person: Person; tally: Tally }[] = []
    for (const person of await s.people.read())
      tallies.push({ person, tally: await tally(question, person.id, work, since(now)) })
    return { ...stages, tallies }
  }

  /** Counted once until the next change. */
  async function counted(question: string, work: Work, now: number): Promise<Counted> {
    const seq = await lastChange()
    const known = kept.get(question)
    if (known?.seq === seq) return known.counted
    const answer = count(question, work, now)
    kept.set(question, { seq, counted: answer })
    answer.catch(() => kept.delete(question))
    return answer
  }

  return {
    async read(question: string, work: Work, now: number): Promise<Omit<Progress, 'question' | 'version'>> {
      const { tallies, ...stages } = await counted(question, work, now)
      const held = await leases.held(question, now)
      const annotators = tallies
        .map(({ person, tally }) => presented(person, tally, held.get(person.id) ?? 0, stages.wanting, now))
        .filter(
          ({ role, status, ...one }) =>
            one.assigned + one.outdated > 0 || (role === 'annotator' && status === 'active'),
        )
      return { ...stages, annotators }
    },
  }
}

function presented(
  person: Person,
  tally: Tally,
  held: number,
  wanting: number,
  now: number,
): AnnotatorProgress {
  const { tagged, stillWanted, outdated, ruled, agreed, times } = tally
  return {
    ...person,
    assigned: tagged + held,
    tagged,
    left: wanting - stillWanted,
    outdated,
    pace: paceOf(times.filter((at) => at >= since(now))),
    rulings: { claims: ruled, agreed, share: ruled === 0 ? null : agreed / ruled },
  } as AnnotatorProgress
}
