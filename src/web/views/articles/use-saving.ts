// Storing the open draft: what it came to, and what is done after it.

import { useState } from 'preact/hooks'
import type { Claim, Refused } from '../../../../openapi/client/index.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { Overtaken } from '../../frame/overtaken.ts'
import { service } from '../../frame/session.ts'
import { putDraft } from './desk.ts'
import type { Draft } from './draft.ts'
import { useReading } from './reading.ts'
import { saveDraft } from './saving.ts'

export interface Saving {
  readonly isWaiting: boolean
  readonly refusal: Refused | undefined
  /** The draft is gone once it is stored, and stays when it is refused or somebody else was first. */
  readonly save: (draft: Draft) => Promise<void>
}

interface State {
  readonly isWaiting: boolean
  readonly refusal?: Refused
}

export function useSaving(claimId: string, stored: (claim: Claim) => void = () => {}): Saving {
  const { article, reload } = useReading()
  const [state, setState] = useState<State>({ isWaiting: false })
  const save = async (draft: Draft) => {
    if (state.isWaiting) return
    setState({ isWaiting: true })
    try {
      const claim = await saveDraft(service.value, article.id, article.text, draft)
      putDraft(article.id, claimId, null)
      setState({ isWaiting: false })
      reload()
      stored(claim)
    } catch (error) {
      if (error instanceof Overtaken) {
        // With the draft kept and the claims asked for again, both states come to stand side by side.
        putDraft(article.id, claimId, draft)
        setState({ isWaiting: false })
        reload()
      } else setState({ isWaiting: false, refusal: refusalFrom(error) })
    }
  }
  return { refusal: undefined, ...state, save }
}
