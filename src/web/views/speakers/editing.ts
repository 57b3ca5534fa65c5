// A draft of a speaker on its way to being stored: what was refused, and what stands where others were first.

import { useState } from 'preact/hooks'
import type { Refused, Speaker } from '../../../../openapi/client/index.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { Overtaken } from '../../frame/overtaken.ts'
import { service } from '../../frame/session.ts'
import { type Draft, draftOf, onTopOf } from './draft.ts'
import { saveSpeaker } from './saving.ts'

export interface Editing {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly refusal: Refused | undefined
  /** What is stored now, where it is not what the draft began with. */
  readonly theirs: Speaker | undefined
  readonly isWaiting: boolean
  readonly save: () => Promise<void>
  /** Goes on from what is stored now, with one's own changes on top of it or without them. */
  readonly goOn: (how: 'with mine' | 'without') => void
}

/** `speaker`: as they were when the work on them began. */
export function useEditing(speaker: Speaker, saved: () => void): Editing {
  const [base, setBase] = useState(speaker)
  const [draft, setDraft] = useState(() => draftOf(speaker))
  const [refusal, setRefusal] = useState<Refused>()
  const [theirs, setTheirs] = useState<Speaker>()
  const [isWaiting, setWaiting] = useState(false)
  const save = async () => {
    setWaiting(true)
    setRefusal(undefined)
    try {
      await saveSpeaker(service.value, draft, base)
      saved()
    } catch (error) {
      if (error instanceof Overtaken) setTheirs(error.current)
      else setRefusal(refusalFrom(error))
    }
    setWaiting(false)
  }
  const goOn = (how: 'with mine' | 'without') => {
    if (!theirs) return
    setBase(theirs)
    setDraft(how === 'with mine' ? onTopOf(theirs, draft, base) : draftOf(theirs))
    setTheirs(undefined)
  }
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  return { draft, change, refusal, theirs, isWaiting, save, goOn }
}
