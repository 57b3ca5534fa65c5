// Asking a service through the client that is shipped: where it is, with which key, and what it refuses, in words.

import type { Command } from 'commander'
import { Averment, Interrupted, type Problem, Refused } from '#client'
import { inWords, Stop } from './ending.ts'

export interface ServiceOptions {
  readonly url?: string
  readonly key?: string
  readonly json?: boolean
}

/** The options of every command that asks a service. */
export const asksService = (command: Command): Command =>
  command
    .option('--url <url>', 'where the service is (AVERMENT_URL; http://127.0.0.1:3000)')
    .option('--key <key>', 'the key to use (better in AVERMENT_KEY, where others do not see it)')
    .option('--json', 'print JSON')

/** A question is asked once more when its answer does not come; who waits at a terminal is told soon. */
const ATTEMPTS = 2

/** Hands the service to `work`. What is refused, or does not come back, ends the command as a Stop. */
export async function withService(
  options: ServiceOptions,
  work: (service: Averment) => Promise<unknown>,
  attempts = ATTEMPTS,
): Promise<void> {
  try {
    await work(new Averment({ ...connectionOf(options), attempts, fetch: fetchOurs }))
  } catch (error) {
    throw stopOf(error)
  }
}

function connectionOf(options: ServiceOptions): { address: string; key: string | undefined } {
  const url = options.url ?? (process.env.AVERMENT_URL || 'http://127.0.0.1:3000')
  const key = options.key ?? process.env.AVERMENT_KEY
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Stop(
      'usage',
      `${JSON.stringify(url)} is no address of a service, such as http://127.0.0.1:3000.`,
    )
  if (key !== undefined && !/^[\x21-\x7e]*$/.test(key))
    throw new Stop('usage', 'The key has characters that no key has.')
  return { address: url.replace(/\/+$/, ''), key: key || undefined }
}

class Unreachable extends Stop {
  constructor(origin: string, why: unknown) {
    super(
      'service',
      `The service at ${origin} cannot be reached: ${inWords(why)}. Is it running (averment serve), and is --url right?`,
    )
  }
}

async function fetchOurs(request: Request): Promise<Response> {
  const response = await fetch(request).catch((error: Error) => {
    throw new Unreachable(new URL(request.url).origin, error.cause ?? error)
  })
  // No operation answers with a page: something else stands at that address.
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  await response.body?.cancel()
  return new Response(null, { status: 404 })
}

export function problemInWords({ detail, errors }: Problem): string {
  const faults = errors.map((fault) => `${fault.pointer || 'the whole'}: ${fault.detail}`)
  const unsaid = faults.filter((fault) => !detail.includes(fault) && !fault.endsWith(`: ${detail}`))
  return [detail, ...unsaid].join(' ')
}

/** Anything but a refusal or a lost connection is a defect, and comes back as it is. */
export function stopOf(error: unknown): unknown {
  if (error instanceof Refused) {
    if (error.problem.traceId === '')
      return new Stop('service', 'What answers there is not this service. Is --url right?')
    const hint = error.status === 401 ? ' Give it in AVERMENT_KEY or --key.' : ''
    return new Stop('service', `Refused (${error.status}): ${problemInWords(error.problem)}${hint}`)
  }
  if (error instanceof Interrupted)
    return new Stop('service', 'The service broke its answer off, time and again.')
  return error
}
