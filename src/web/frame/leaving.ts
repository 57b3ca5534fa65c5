// Before the page is closed or loaded anew, the browser asks whether what is not stored yet may be lost.

import { useEffect } from 'preact/hooks'

export function useWarningBefore(isAtRisk: boolean): void {
  useEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isAtRisk])
}
