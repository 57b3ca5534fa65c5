// A way to a PostgreSQL server that can be cut, or be as one behind which nobody says anything any more.

import { connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export async function wayTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Map<Socket, Socket>()
  let hangs = false
  const server: Server = createServer((here) => {
    const there = connect(Number(port), hostname)
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.set(one, other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      if (!hangs) one.pipe(other)
    }
  })
  const open = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await open(0)
  const address = server.address()
  const at = typeof address === 'object' ? (address?.port ?? 0) : 0
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets.keys()) socket.destroy()
    })
  onTestFinished(() => {
    if (server.listening) return cut()
  })
  const way = new URL(url)
  way.port = String(at)
  return {
    url: way.href,
    cut,
    back: () => open(at),
    /** What is said stays on the way, until it goes on. */
    hang(): void {
      hangs = true
      for (const socket of sockets.keys()) socket.unpipe()
    },
    goOn(): void {
      hangs = false
      for (const [one, other] of sockets) one.pipe(other)
    },
  }
}
