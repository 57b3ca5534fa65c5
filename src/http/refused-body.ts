// What Fastify refuses of a body before any route has seen it, said so that the caller knows what would be taken.

import type { FastifyError, FastifyRequest } from 'fastify'
import { TooLarge, UnsupportedMediaType } from '../errors.ts'

/** A body of a kind this address does not read. Names the kind that was sent, and those it reads. */
export function unreadable(request: FastifyRequest): UnsupportedMediaType {
  const { consumes = ['application/json'] } = request.routeOptions.schema ?? {}
  const sent = request.headers['content-type']
  const detail = `Send ${consumes.join(' or ')}${sent === undefined ? '' : `, not ${sent}`}.`
  return new UnsupportedMediaType(detail, {
    faults: [{ pointer: '/headers/content-type', code: 'unsupported_media_type', detail }],
  })
}

function tooLarge(request: FastifyRequest): TooLarge {
  const detail = `The body is larger than ${request.routeOptions.bodyLimit} bytes, which is the most this address takes.`
  return new TooLarge(detail, { faults: [{ pointer: '', code: 'too_large', detail }] })
}

/** Any other error stays as it is. */
export function inOurWords(error: Error, request: FastifyRequest): Error {
  const { code } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(request)
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return unreadable(request)
  return error
}
