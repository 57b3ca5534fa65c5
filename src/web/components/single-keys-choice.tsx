// Turns single keys on and off.

import { setSingleKeys, singleKeys } from '../frame/single-keys.ts'

export const SingleKeysChoice = () => (
  <label class="choice">
    <input
      type="checkbox"
      checked={singleKeys.value}
      onChange={(event) => setSingleKeys(event.currentTarget.checked)}
    />{' '}
    Single keys do things
  </label>
)
