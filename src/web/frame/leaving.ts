// Before the page is closed or loaded anew, the browser asks whether what is not stored yet may be lost.

import { useLayoutEffect } from 'preact/hooks'

export function useWarningBefore(isAtRisk: boolean): void {
  useLayoutEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isAtRisk])
}
