// A service with something of everything in it, and the ids by which odd requests find it.

import type { OutgoingHttpHeaders } from 'node:http'
import {
  first,
  made,
  type Newsroom,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../../support/newsroom.ts'
import type { Answered } from './checking.ts'
import type { OddRequest } from './requests.ts'
import { ID_TOKEN } from './values.ts'

const TEXT =
  '“The letters are papers,” said Mara Voss for Kestrel Mail. “They are business records,” said Records Office (government, also RO).'

/** Ids remembered of each kind; the newest push out the oldest, but for those of the start. */
const MOST = 40

export async function ground(url: string) {
  const news = await openNewsroom({ url, checkAnswers: false })
  const ids = await something(news)
  const address = await news.app.listen({ host: '127.0.0.1', port: 0 })
  const keys: Record<string, string> = {}
  for (const role of ['admin', 'curator', 'annotator', 'reader'] as const) keys[role] = await news.keyOf(role)

  const filled = (text: string) =>
    text.replace(ID_TOKEN, (_, kind: string, n: string) => {
      const known = kind === 'any' ? Object.values(ids).flat() : (ids[kind] ?? [])
      return known[Number(n) % known.length] ?? 'none'
    })

  async function ask({
    method,
    url: asked,
    as,
    headers,
    payload,
  }: OddRequest): Promise<Answered & { url: string }> {
    const at = filled(asked)
    const authorization = as.startsWith('header ')
      ? as.slice(7)
      : as === 'nobody'
        ? undefined
        : `Bearer ${keys[as]}`
    const sent = {
      method: method as 'GET',
      headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
    }
    if (method === 'GET' && at.includes('/changes/stream'))
      return { url: at, ...(await begun(`${address}${at}`, sent)) }
    const answer = await news.app.inject({
      ...sent,
      url: at,
      ...(payload === undefined ? {} : { payload: bytesWithIds(payload, filled) }),
    })
    remember(answer.statusCode, answer.body, answer.headers)
    return {
      url: at,
      status: answer.statusCode,
      type: typeOf(answer.headers['content-type']),
      text: answer.body,
    }
  }

  function remember(status: number, text: string, { location }: OutgoingHttpHeaders) {
    if (status !== 201 || location === undefined) return
    const id = String(location).split('/').at(-1) ?? ''
    const kind = /^([a-z]{3})_/.exec(id)?.[1] ?? (text.includes('"positions"') ? 'question' : 'any')
    const known = ids[kind] ?? []
    ids[kind] = [...known.slice(0, 3), ...known.slice(3).slice(-MOST), id]
  }
  return { news, ask }
}

async function something(news: Newsroom): Promise<Record<string, string[]>> {
  const { post, get, article, annotator } = news
  const ids: Record<string, string[]> = {
    question: [QUESTION],
    position: [RECORDS, PERSONAL, 'ambivalent'],
    lea: ['lea_x'],
  }
  const note = (kind: string, id: string) => (ids[kind] = [...(ids[kind] ?? []), id])
  for (let i = 0; i < 4; i++) {
    const { article: one, claims } = await article(`${TEXT} Edition ${i}.`)
    note('art', one.id)
    for (const claim of claims) note('clm', claim.id)
    const tag = { question: QUESTION, position: PERSONAL }
    note('tag', made(await post<{ id: string }>(`/v1/claims/${first(claims).id}/tags`, 'annotator', tag)).id)
    note('rul', made(await post<{ id: string }>(`/v1/claims/${first(claims).id}/rulings`, 'curator', tag)).id)
  }
  const { data } = (await get<{ data: { id: string }[] }>('/v1/speakers', 'admin')).body
  for (const { id } of data) note('spk', id)
  for (const name of ['Ada', 'Ben']) {
    const { id } = await annotator('annotator', name)
    note('ann', id)
    const keys = (await get<{ data: { id: string }[] }>(`/v1/annotators/${id}/keys`, 'admin')).body
    note('key', first(keys.data).id)
  }
  return ids
}

/** Ids are put into bodies of text; what is not UTF-8 is sent as it is. */
const bytesWithIds = (payload: Buffer, filled: (text: string) => string): Buffer => {
  const text = payload.toString('utf8')
  return text.includes('~~') && Buffer.from(text).equals(payload) ? Buffer.from(filled(text)) : payload
}

/** The ledger's stream has no end, and needs a real connection: what it begins with. */
async function begun(url: string, sent: RequestInit): Promise<Answered> {
  const stop = new AbortController()
  const answer = await fetch(url, { ...sent, signal: stop.signal })
  const type = typeOf(answer.headers.get('content-type'))
  const text = type === 'text/event-stream' ? '' : await answer.text()
  stop.abort()
  return { status: answer.status, type, text }
}

const typeOf = (header: unknown): string => String(header ?? '').split(';')[0] ?? ''
