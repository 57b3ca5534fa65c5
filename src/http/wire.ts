// What is not even HTTP, or has too many headers: refused with a problem document, without a request to speak of.

import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type Problem, problemKinds } from './problem.ts'
import { newTraceId } from './trace.ts'

export function refuseOnTheWire(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const slug = error.code === 'HPE_HEADER_OVERFLOW' ? 'header-too-large' : 'malformed'
  const { status, title, explanation } = problemKinds[slug]
  const problem: Problem = {
    type: `/problems/${slug}`,
    title,
    status,
    detail: slug === 'malformed' ? 'The request is not HTTP.' : explanation,
    instance: '/',
    errors: [],
    traceId: newTraceId(),
  }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
