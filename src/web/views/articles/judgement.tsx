// Confirming or rejecting a claim as it stands, or beginning to correct it.

import type { Claim } from '../../../../openapi/client/index.ts'
import { KeyHint } from '../../components/key-hint.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useSingleKeys } from '../../frame/single-keys.ts'
import { putDraft } from './desk.ts'
import { draftOf } from './draft.ts'
import { useReading } from './reading.ts'
import { useSaving } from './use-saving.ts'

export function Judgement({ claim }: { readonly claim: Claim }) {
  const { article, focusOn } = useReading()
  const { save, refusal } = useSaving(claim.id)
  const toggle = (status: 'confirmed' | 'rejected') => () =>
    save({ ...draftOf(claim), status: claim.status === status ? 'proposed' : status })
  const correct = () => {
    focusOn.current = claim.id
    putDraft(article.id, claim.id, draftOf(claim))
  }
  const acts: Readonly<Record<string, () => void>> = {
    c: toggle('confirmed'),
    x: toggle('rejected'),
    e: correct,
  }
  useSingleKeys((key) => acts[key])
  return (
    <>
      <p class="actions">
        <button
          type="button"
          aria-keyshortcuts="c"
          aria-pressed={claim.status === 'confirmed'}
          onClick={toggle('confirmed')}
        >
          ✓ {claim.status === 'confirmed' ? 'Confirmed' : 'Confirm'} <KeyHint of="c" />
        </button>
        <button
          type="button"
          aria-keyshortcuts="x"
          aria-pressed={claim.status === 'rejected'}
          onClick={toggle('rejected')}
        >
          ✕ {claim.status === 'rejected' ? 'Rejected' : 'Reject'} <KeyHint of="x" />
        </button>
        <button type="button" aria-keyshortcuts="e" onClick={correct}>
          Correct <KeyHint of="e" />
        </button>
      </p>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
    </>
  )
}
