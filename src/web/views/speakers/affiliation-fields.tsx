// For whom a speaker speaks, and as what.

import { SpeakerSearch } from '../../components/speaker-search.tsx'
import type { Draft } from './draft.ts'

interface AffiliationFieldsProps {
  readonly affiliations: Draft['affiliations']
  /** Nobody speaks for themselves. */
  readonly without: string
  readonly change: (affiliations: Draft['affiliations']) => void
}

export const AffiliationFields = ({ affiliations, without, change }: AffiliationFieldsProps) => (
  <fieldset class="affiliations">
    <legend>Speaks for</legend>
    {affiliations.map((one) => (
      <div key={one.speakerId} class="affiliation">
        <label>
          <span>
            As what for <bdi>{one.name}</bdi>
          </span>
          <input
            maxLength={300}
            placeholder="counsel, spokesman"
            value={one.role}
            onInput={({ currentTarget }) =>
              change(
                affiliations.map((other) => (other === one ? { ...one, role: currentTarget.value } : other)),
              )
            }
          />
        </label>
        <button
          type="button"
          class="quiet"
          aria-label={`Not for ${one.name}`}
          onClick={() => change(affiliations.filter((other) => other !== one))}
        >
          ✕
        </button>
      </div>
    ))}
    <SpeakerSearch
      label="Add a body they speak for"
      found={({ id, name }, done) => (
        <button
          type="button"
          disabled={id === without || affiliations.some(({ speakerId }) => speakerId === id)}
          onClick={() => {
            change([...affiliations, { speakerId: id, name, role: '' }])
            done()
          }}
        >
          <bdi>{name}</bdi>
        </button>
      )}
    />
  </fieldset>
)
