// Storing the open draft: what it came to, and what is done after it.

import { useState } from 'preact/hooks'
import type { Claim, Refused } from '../../../../openapi/client/index.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { service } from '../../frame/session.ts'
import { putDraft } from './desk.ts'
import type { Draft } from './draft.ts'
import { useReading } from './reading.ts'
import { Overtaken, saveDraft } from './saving.ts'

export interface Saving {
  readonly isWaiting: boolean
  readonly refusal: Refused | undefined
  /** What is stored now, where it is not what the draft began with. */
  readonly overtaken: Claim | undefined
  /** The draft is gone once it is stored, and stays as it is when it is refused. */
  readonly save: (draft: Draft) => Promise<void>
}

interface State {
  readonly isWaiting: boolean
  readonly refusal?: Refused
  readonly overtaken?: Claim
}

export function useSaving(claimId: string, stored: (claim: Claim) => void = () => {}): Saving {
  const { article } = useReading()
  const [state, setState] = useState<State>({ isWaiting: false })
  const save = async (draft: Draft) => {
    setState({ isWaiting: true })
    try {
      const claim = await saveDraft(service.value, article.id, article.text, draft)
      putDraft(article.id, claimId, null)
      setState({ isWaiting: false })
      stored(claim)
    } catch (error) {
      if (error instanceof Overtaken) {
        putDraft(article.id, claimId, draft)
        setState({ isWaiting: false, overtaken: error.current })
      } else setState({ isWaiting: false, refusal: refusalFrom(error) })
    }
  }
  return { refusal: undefined, overtaken: undefined, ...state, save }
}
