// Asking the service for what a view shows, and again when it may have changed.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type Averment, type Change, Refused } from '../../../openapi/client/index.ts'
import { useChanges } from './live.ts'
import { service } from './session.ts'

export interface Answer<T> {
  /** The latest answer; stays while a newer one is waited for, and after one is refused. */
  readonly value: T | undefined
  readonly refusal: Refused | undefined
  readonly isWaiting: boolean
  /** Asks again. */
  readonly again: () => void
}

/** What a failed request came to, as something to show. */
export const refusalFrom = (error: unknown): Refused =>
  error instanceof Refused
    ? error
    : new Refused({
        type: 'about:blank',
        title: 'The service did not answer',
        status: 0,
        detail: error instanceof Error ? error.message : String(error),
        instance: location.pathname,
        errors: [],
        traceId: '',
      })

/**
 * Asks when the component appears, when `of` changes and when somebody signs in; again when `concerns` says so of changes.
 * `of` must tell every difference in what is asked.
 */
export function useAnswer<T>(
  ask: (service: Averment, signal: AbortSignal) => Promise<T>,
  of: readonly unknown[],
  concerns: (change: Change) => boolean = () => false,
): Answer<T> {
  const [state, setState] = useState<Omit<Answer<T>, 'again'>>({
    value: undefined,
    refusal: undefined,
    isWaiting: true,
  })
  const running = useRef<AbortController | null>(null)
  const latest = useRef(ask)
  latest.current = ask
  const asked = service.value

  const again = useCallback(() => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    setState((before) => ({ ...before, isWaiting: true }))
    latest.current(asked, stop.signal).then(
      (value) => {
        if (!stop.signal.aborted) setState({ value, refusal: undefined, isWaiting: false })
      },
      (error) => {
        if (stop.signal.aborted) return
        setState((before) => ({ ...before, refusal: refusalFrom(error), isWaiting: false }))
      },
    )
  }, [asked])

  useEffect(() => {
    again()
    return () => running.current?.abort()
  }, [again, ...of])
  useChanges((changes) => {
    if (changes.length === 0 || changes.some(concerns)) again()
  })
  return { ...state, again }
}
