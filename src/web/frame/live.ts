// What others do arrives by itself: one stream of the ledger for the page, and whoever is concerned is told.

import { effect, signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Change, Refused } from '../../../openapi/client/index.ts'
import { service } from './session.ts'

/** `lost` while the service does not answer; `closed` when it gives this reader no stream. */
export const connection = signal<'open' | 'lost' | 'closed'>('open')

type Listener = (changes: readonly Change[]) => void
const listeners = new Set<Listener>()

/** Changes of one moment are told together: an article brings dozens. Milliseconds. */
const MOMENT = 250
/** Milliseconds between looks whether a service that went away is back. */
const LOOK = 2000

/** Listens for as long as the page is open; anew when somebody signs in or out. */
export function listen(): () => void {
  return effect(() => {
    const asked = service.value
    const stop = new AbortController()
    follow(asked.changes({}, stop.signal)).catch((error) => {
      if (!stop.signal.aborted) connection.value = error instanceof Refused ? 'closed' : 'lost'
    })
    return () => stop.abort()
  })
}

async function follow(changes: AsyncIterable<Change>): Promise<void> {
  let gathered: Change[] = []
  for await (const change of changes) {
    if (gathered.push(change) > 1) continue
    setTimeout(() => {
      const told = gathered
      gathered = []
      for (const listener of listeners) listener(told)
    }, MOMENT)
  }
}

/** The stream connects again by itself and misses nothing; this is only for saying so, and for asking again at once. */
export function watchConnection(): () => void {
  const look = async () => {
    if (document.hidden) return
    const isThere = await fetch('/health/ready').then(
      (answer) => answer.ok,
      () => false,
    )
    if (isThere && connection.value === 'lost') for (const listener of listeners) listener([])
    if (connection.value !== 'closed' || !isThere) connection.value = isThere ? 'open' : 'lost'
  }
  const timer = setInterval(look, LOOK)
  return () => clearInterval(timer)
}

/** Tells of changes while the component is there; an empty list means that some may have been missed. */
export function useChanges(told: Listener): void {
  const latest = useRef(told)
  latest.current = told
  useLayoutEffect(() => {
    const listener: Listener = (changes) => latest.current(changes)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
}
