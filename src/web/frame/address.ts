// The state of a view stands in its address, so that a link carries it whole.

import { useLocation } from 'preact-iso'

/** Parameters to change; an empty string or undefined takes one away. */
export type Parameters = Readonly<Record<string, string | undefined>>

export interface Address {
  readonly path: string
  /** The value of a parameter; an empty string when it is not there. */
  readonly get: (name: string) => string
  /** Changes parameters and leaves the others; a new entry in the history unless `replace`. */
  readonly set: (changes: Parameters, options?: { replace?: boolean }) => void
  /** Goes to another view. The question goes along. */
  readonly go: (path: string, parameters?: Parameters) => void
  /** A link to this view with these parameters changed. */
  readonly here: (changes: Parameters) => string
  /** A link to another view. The question goes along. */
  readonly to: (path: string, parameters?: Parameters) => string
}

export function addressWith(
  path: string,
  query: Readonly<Record<string, string>>,
  changes: Parameters,
): string {
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') parameters.delete(name)
    else parameters.set(name, value)
  }
  const asked = parameters.toString()
  return asked === '' ? path : `${path}?${asked}`
}

export function useAddress(): Address {
  const { path, query, route } = useLocation()
  const asked: Record<string, string> = query
  const kept = asked.question === undefined ? {} : { question: asked.question }
  const to = (target: string, parameters: Parameters = {}) => addressWith(target, kept, parameters)
  return {
    path,
    get: (name) => asked[name] ?? '',
    // Of the address as it is by now: two choices in quick succession must not undo each other.
    set: (changes, { replace = false } = {}) => {
      const now = Object.fromEntries(new URLSearchParams(location.search))
      route(addressWith(path, now, changes), replace)
    },
    here: (changes) => addressWith(path, asked, changes),
    go: (target, parameters) => route(to(target, parameters)),
    to,
  }
}
