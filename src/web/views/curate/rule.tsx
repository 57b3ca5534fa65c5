// The curator's word on a claim: one key for each position, with a reason where one is wanted.

import { useMemo, useRef, useState } from 'preact/hooks'
import type { Claim, Question, Refused, Ruling } from '../../../../openapi/client/index.ts'
import { PositionButtons } from '../../components/position-buttons.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { SingleKeysChoice } from '../../components/single-keys-choice.tsx'
import { refusalFrom } from '../../frame/asking.ts'
import { keysFor } from '../../frame/position-keys.ts'
import { service } from '../../frame/session.ts'
import { useSingleKeys } from '../../frame/single-keys.ts'

interface RuleProps {
  readonly claim: Claim
  readonly question: Question
  readonly rulings: readonly Ruling[]
  readonly stored: () => void
}

const RESERVED = ['r']

export function Rule({ claim, question, rulings, stored }: RuleProps) {
  const [rationale, setRationale] = useState('')
  const [refusal, setRefusal] = useState<Refused>()
  const [isSending, setSending] = useState(false)
  const why = useRef<HTMLInputElement>(null)
  const keys = useMemo(() => keysFor(question.positions, RESERVED), [question])
  const standing = rulings.find(({ current }) => current)

  const rule = async (position: string) => {
    if (isSending) return
    setSending(true)
    try {
      await service.value.createRuling({
        path: { id: claim.id },
        body: {
          question: question.slug,
          position,
          questionVersion: question.version,
          ...(rationale.trim() === '' ? {} : { rationale: rationale.trim() }),
          // Of the ruling that is shown: one that came meanwhile is not overruled unseen.
          ...(standing ? { supersedes: standing.id } : {}),
        },
      })
      setRationale('')
      setRefusal(undefined)
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
    setSending(false)
    stored()
  }
  useSingleKeys((key) => {
    const position = keys.positionOf.get(key)
    if (position !== undefined) return () => rule(position)
    return key === 'r' ? () => why.current?.focus() : undefined
  })
  return (
    <div class="rule">
      <h2>{standing ? 'Rule otherwise' : 'Rule'}</h2>
      <label>
        <span>
          Why, in a line <kbd>r</kbd>
        </span>
        <input
          ref={why}
          value={rationale}
          maxLength={2000}
          onInput={(event) => setRationale(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </label>
      <PositionButtons question={question} keys={keys} choose={rule} disabled={isSending} />
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      <SingleKeysChoice />
    </div>
  )
}
