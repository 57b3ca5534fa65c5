// Stops the batch that runs; what it has stored stays stored.

let running = new AbortController()

export const stopping = {
  begin(): AbortSignal {
    running = new AbortController()
    return running.signal
  },
  stop(): void {
    running.abort()
  },
}
