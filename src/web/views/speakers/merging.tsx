// Makes two speakers one: who it really is, then what will move, then doing it.

import { useState } from 'preact/hooks'
import type { Refused, Speaker } from '../../../../openapi/client/index.ts'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { SpeakerSearch } from '../../components/speaker-search.tsx'
import { many } from '../../components/standing/said.ts'
import { useAddress } from '../../frame/address.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { service } from '../../frame/session.ts'
import { movingFrom } from './moving.ts'

interface MergingProps {
  readonly speaker: Speaker
  readonly close: () => void
}

export function Merging({ speaker, close }: MergingProps) {
  const { go } = useAddress()
  const [into, setInto] = useState<Speaker>()
  const [refusal, setRefusal] = useState<Refused>()
  const [isWaiting, setWaiting] = useState(false)
  const merge = async (target: Speaker) => {
    setWaiting(true)
    try {
      await service.value.mergeSpeaker({ path: { id: speaker.id }, body: { into: target.id } })
      close()
      go(`/speakers/${target.id}`, { merged: speaker.id })
    } catch (error) {
      setRefusal(refusalFrom(error))
      setWaiting(false)
    }
  }
  return (
    <Dialog title={`Merge ${speaker.name} into another`} close={close}>
      <SpeakerSearch
        label="Who they really are"
        first={speaker.name.split(' ').at(-1) ?? ''}
        found={(one) => (
          <button
            type="button"
            disabled={one.id === speaker.id}
            aria-pressed={one.id === into?.id}
            onClick={() => setInto(one)}
          >
            <bdi>{one.name}</bdi>
          </button>
        )}
      />
      {into ? <Preview from={speaker} into={into} /> : null}
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      <p class="actions">
        <button type="button" class="main" disabled={!into || isWaiting} onClick={() => into && merge(into)}>
          {into ? `Merge into ${into.name}` : 'Merge'}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </Dialog>
  )
}

function Preview({ from, into }: { readonly from: Speaker; readonly into: Speaker }) {
  const { claims, names, affiliations } = movingFrom(from, into)
  return (
    <section class="merge-preview" aria-label="What will move" aria-live="polite">
      <p>
        To <bdi>{into.name}</bdi> ({into.kind}, {many(into.claimCount, 'claim')}) will go:
      </p>
      <ul>
        <li>{many(claims, 'claim')}; those of both are counted once</li>
        <li>{names.length === 0 ? 'no new name' : `the names ${names.join(', ')}`}</li>
        <li>
          {affiliations.length === 0 ? 'no new affiliation' : `speaking for ${affiliations.join(', ')}`}
        </li>
        <li>whoever speaks for them</li>
      </ul>
      <p class="hint">
        Links to <bdi>{from.name}</bdi> will lead to <bdi>{into.name}</bdi>. This cannot be taken back.
      </p>
    </section>
  )
}
