// Finds a speaker among all of them, also those too quiet for the first page.

import { useState } from 'preact/hooks'
import { many } from '../../components/standing/said.ts'
import { useSettled } from '../../components/use-settled.ts'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'

const MOST_FOUND = 8

export function FindSpeaker() {
  const { here } = useAddress()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), 200)
  const { value } = useAnswer(
    async (service, signal) =>
      q === '' ? [] : (await service.listSpeakers({ query: { q, limit: MOST_FOUND }, signal })).data,
    [q],
  )
  const found = typed.trim() === '' ? [] : (value ?? [])
  return (
    <search class="find-speaker">
      <label>
        <span>Find a speaker</span>
        <input
          type="search"
          autocomplete="off"
          maxLength={300}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <ul aria-label="Speakers found" hidden={found.length === 0}>
        {found.map(({ id, name, affiliations, kind, claimCount }) => (
          <li key={id}>
            <a href={here({ open: id })} onClick={() => setTyped('')}>
              <bdi>{name}</bdi>
            </a>{' '}
            <small>
              {affiliations[0]?.name ?? kind}, {many(claimCount, 'claim')}
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
