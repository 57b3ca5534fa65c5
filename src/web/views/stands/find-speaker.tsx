// Finds a speaker among all of them, also those too quiet for the first page, and opens their evidence.

import { SpeakerSearch } from '../../components/speaker-search.tsx'
import { useAddress } from '../../frame/address.ts'

export function FindSpeaker() {
  const { here } = useAddress()
  return (
    <div class="find-speaker">
      <SpeakerSearch
        label="Find a speaker"
        floats
        found={({ id, name }, done) => (
          <a href={here({ open: id })} onClick={done}>
            <bdi>{name}</bdi>
          </a>
        )}
      />
    </div>
  )
}
