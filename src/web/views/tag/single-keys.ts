// Whether single keys do things: they can be in the way of speech input and screen readers, so they can be turned off.

import { signal } from '@preact/signals'

const NAME = 'averment.single-keys'

export const singleKeys = signal(localStorage.getItem(NAME) !== 'off')

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on
  if (on) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, 'off')
}
