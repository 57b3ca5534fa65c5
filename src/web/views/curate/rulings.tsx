// What was ruled on a claim, the one that stands first; a curator may reopen it.

import { useState } from 'preact/hooks'
import type { Question, Refused, Ruling } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { refusalFrom } from '../../frame/asking.ts'
import { may, service } from '../../frame/session.ts'

interface RulingsProps {
  readonly rulings: readonly Ruling[]
  readonly question: Question
  readonly stored: () => void
}

const ENDS = {
  superseded: 'overruled',
  reopened: 'reopened',
  'position-gone': 'ended, as the question no longer has the position',
} as const

export function Rulings({ rulings, question, stored }: RulingsProps) {
  const [refusal, setRefusal] = useState<Refused>()
  const reopen = async (id: string) => {
    try {
      await service.value.reopenRuling({ path: { id }, body: {} })
      setRefusal(undefined)
      stored()
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
  }
  if (rulings.length === 0) return null
  const newestFirst = [...rulings].sort(
    (a, b) => Number(b.current) - Number(a.current) || (a.id < b.id ? 1 : -1),
  )
  return (
    <div class="rulings">
      <h2>Rulings</h2>
      <ul>
        {newestFirst.map(({ id, position, annotator, createdAt, rationale, current, ended }) => (
          <li key={id} class={current ? 'current' : 'ended'}>
            <PositionMark question={question} position={position} /> by {annotator.name},{' '}
            {createdAt.slice(0, 10)}
            {rationale ? `: ${rationale}` : ''}{' '}
            {ended ? (
              <span class="hint">
                {ENDS[ended.because]} {ended.at.slice(0, 10)}
                {ended.rationale ? `: ${ended.rationale}` : ''}
              </span>
            ) : null}
            {current && may('curator') ? (
              <button type="button" class="quiet" onClick={() => reopen(id)}>
                Reopen
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
    </div>
  )
}
