// Finds a speaker by any part of any of their names; what can be done with one who is found is the caller's to say.

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Speaker } from '../../../openapi/client/index.ts'
import { useAnswer } from '../frame/asking.ts'
import { many } from './standing/said.ts'
import { useSettled } from './use-settled.ts'
import './speaker-search.css'

interface SpeakerSearchProps {
  readonly label: string
  readonly first?: string
  /** Shown for each who is found; `done` empties the search. */
  readonly found: (speaker: Speaker, done: () => void) => ComponentChildren
  /** Whether what is found lies over what follows instead of pushing it down. */
  readonly floats?: boolean
}

const MOST_FOUND = 8
/** Milliseconds that the typing rests before the service is asked. */
const REST = 200

export function SpeakerSearch({ label, first = '', found, floats = false }: SpeakerSearchProps) {
  const [typed, setTyped] = useState(first)
  const q = useSettled(typed.trim(), REST)
  const { value } = useAnswer(
    async (service, signal) =>
      q === '' ? [] : (await service.listSpeakers({ query: { q, limit: MOST_FOUND }, signal })).data,
    [q],
  )
  const shown = typed.trim() === '' ? [] : (value ?? [])
  return (
    <search class={`speaker-search ${floats ? 'floats' : ''}`}>
      <label>
        <span>{label}</span>
        <input
          type="search"
          autocomplete="off"
          maxLength={300}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <ul aria-label="Speakers found" hidden={shown.length === 0}>
        {shown.map((speaker) => (
          <li key={speaker.id}>
            {found(speaker, () => setTyped(''))}{' '}
            <small>
              {speaker.affiliations[0]?.name ?? speaker.kind}, {many(speaker.claimCount, 'claim')}
            </small>
          </li>
        ))}
      </ul>
      <p role="status" class="hint">
        {q !== '' && typed.trim() === q && value?.length === 0 ? 'Nobody is called so.' : ''}
      </p>
    </search>
  )
}
