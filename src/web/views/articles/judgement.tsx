// Confirming or rejecting a claim as it stands, or beginning to correct it.

import type { Claim } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { putDraft } from './desk.ts'
import { draftOf } from './draft.ts'
import { useReading } from './reading.ts'
import { useSaving } from './use-saving.ts'

export function Judgement({ claim }: { readonly claim: Claim }) {
  const { article, focusOn } = useReading()
  const { save, refusal } = useSaving(claim.id)
  const toggle = (status: 'confirmed' | 'rejected') => () =>
    save({ ...draftOf(claim), status: claim.status === status ? 'proposed' : status })
  return (
    <>
      <p class="actions">
        <button type="button" aria-pressed={claim.status === 'confirmed'} onClick={toggle('confirmed')}>
          ✓ {claim.status === 'confirmed' ? 'Confirmed' : 'Confirm'}
        </button>
        <button type="button" aria-pressed={claim.status === 'rejected'} onClick={toggle('rejected')}>
          ✕ {claim.status === 'rejected' ? 'Rejected' : 'Reject'}
        </button>
        <button
          type="button"
          onClick={() => {
            focusOn.current = claim.id
            putDraft(article.id, claim.id, draftOf(claim))
          }}
        >
          Correct
        </button>
      </p>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
    </>
  )
}
