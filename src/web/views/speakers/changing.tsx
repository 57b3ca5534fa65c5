// What a curator can do with a speaker: put right what is known, or make two speakers one.

import { useState } from 'preact/hooks'
import type { Speaker } from '../../../../openapi/client/index.ts'
import { EditForm } from './edit-form.tsx'
import { Merging } from './merging.tsx'

interface ChangingProps {
  readonly speaker: Speaker
  /** Asks for the speaker anew. */
  readonly again: () => void
}

export function Changing({ speaker, again }: ChangingProps) {
  const [doing, setDoing] = useState<'edit' | 'merge' | null>(null)
  const [said, setSaid] = useState('')
  const done = (what: string) => {
    setDoing(null)
    setSaid(what)
  }
  return (
    <>
      <p class="actions">
        <button
          type="button"
          aria-expanded={doing === 'edit'}
          onClick={() => setDoing(doing === 'edit' ? null : 'edit')}
        >
          Edit
        </button>
        <button type="button" onClick={() => setDoing('merge')}>
          Merge into another
        </button>
        <span role="status">{said}</span>
      </p>
      {doing === 'edit' ? (
        <EditForm
          speaker={speaker}
          saved={() => {
            again()
            done('Saved.')
          }}
          cancel={() => done('')}
        />
      ) : null}
      {doing === 'merge' ? <Merging speaker={speaker} close={() => done('')} /> : null}
    </>
  )
}
