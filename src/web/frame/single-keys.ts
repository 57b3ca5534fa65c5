// Single keys that do things. They can be in the way of speech input and screen readers, so they can be turned off.

import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'

const NAME = 'averment.single-keys'

export const singleKeys = signal(localStorage.getItem(NAME) !== 'off')

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on
  if (on) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, 'off')
}

/** `actOf` gives what a key does, lower case. Not with a modifier, nor where something is typed or chosen. */
export function useSingleKeys(actOf: (key: string) => (() => void) | undefined): void {
  const latest = useRef(actOf)
  latest.current = actOf
  // With what is drawn and not after it: whoever sees what a key is for may press it.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!singleKeys.value || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return
      const act = latest.current(event.key.toLowerCase())
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
