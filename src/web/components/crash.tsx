// Catches what a view did not expect, and says so instead of leaving the page empty.

import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'

export function Crash({ children }: { children: ComponentChildren }) {
  const [error, again] = useErrorBoundary((cause) => console.error(cause))
  if (!error) return <>{children}</>
  return (
    <section role="alert" class="problem">
      <h1>This view failed</h1>
      <p>{String(error instanceof Error ? error.message : error)}</p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </section>
  )
}
