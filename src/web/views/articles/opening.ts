// Which claim is open stands in the address; opening one moves the focus to it, and closing it back into the text.

import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Article, Claim } from '../../../../openapi/client/index.ts'
import type { Range } from '../../components/marked-text/segments.ts'
import { addressWith, useAddress } from '../../frame/address.ts'
import { useQuestion } from '../../frame/question.ts'
import { draftAt, NEW, putDraft } from './desk.ts'
import { newDraft } from './draft.ts'
import type { Opened, Reading } from './reading.ts'

/** The number in the text that stands for a claim. */
export const numberId = (id: string): string => `number-${id}`

export function useOpening(
  article: Article,
  claims: readonly Claim[],
  reload: () => void,
): { reading: Reading; opened: Opened } {
  const { path, query } = useLocation()
  const { get, set } = useAddress()
  const question = useQuestion()
  const openId = get('claim')
  const draft = openId === '' ? undefined : draftAt(article.id, openId)
  const focusOn = useRef('')
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const isHere = openId === NEW || byId.has(openId)
  useEffect(() => {
    if (isHere) showNumber(openId)
  }, [openId, isHere])

  const open = useLatest((id: string) => {
    focusOn.current = id
    set({ claim: id })
    if (id === '') document.getElementById(numberId(openId))?.focus()
  })
  const begin = useLatest((words: Range) => {
    const begun = draftAt(article.id, NEW)
    putDraft(article.id, NEW, begun ? { ...begun, content: [words] } : newDraft(words))
    open(NEW)
  })
  const without = addressWith(path, query, { claim: undefined })
  const addressOf = useCallback(
    (id: string) => `${without}${without.includes('?') ? '&' : '?'}claim=${encodeURIComponent(id)}`,
    [without],
  )
  const claimOf = useCallback((id: string) => byId.get(id), [byId])
  const reading = useMemo(
    () => ({ article, claims, claimOf, question, open, begin, focusOn, reload, addressOf }),
    [article, claims, claimOf, question, open, begin, reload, addressOf],
  )
  const opened = useMemo(() => ({ openId, draft }), [openId, draft])
  return { reading, opened }
}

/** The same function for as long as the component is there, doing what the latest one does. */
function useLatest<T extends readonly unknown[]>(act: (...given: T) => void): (...given: T) => void {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...given: T) => latest.current(...given), [])
}

/** Scrolls only when it is not in sight already: whoever clicked it knows where it is. */
function showNumber(id: string): void {
  const number = document.getElementById(numberId(id))
  if (!number) return
  const { top, bottom } = number.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) number.scrollIntoView({ block: 'center' })
}
