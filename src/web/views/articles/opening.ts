// Which claim is open stands in the address; opening one moves the focus to it, and closing it back into the text.

import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Article, Claim } from '../../../../openapi/client/index.ts'
import { addressWith, useAddress } from '../../frame/address.ts'
import { useQuestion } from '../../frame/question.ts'
import { draftAt, NEW, putDraft } from './desk.ts'
import { newDraft } from './draft.ts'
import type { Reading } from './reading.ts'

/** The number in the text that stands for a claim. */
export const numberId = (id: string): string => `number-${id}`

export function useOpening(article: Article, claims: readonly Claim[], reload: () => void): Reading {
  const { path, query } = useLocation()
  const { get, set } = useAddress()
  const question = useQuestion()
  const openId = get('claim')
  const focusOn = useRef('')
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const draft = openId === '' ? undefined : draftAt(article.id, openId)
  const isHere = openId === NEW || byId.has(openId)

  useEffect(() => {
    if (isHere) showNumber(openId)
  }, [openId, isHere])

  const open = (id: string) => {
    focusOn.current = id
    set({ claim: id })
    if (id === '') document.getElementById(numberId(openId))?.focus()
  }
  return {
    article,
    claims,
    claimOf: (id) => byId.get(id),
    question,
    openId,
    draft,
    open,
    focusOn,
    reload,
    addressOf: (id) => addressWith(path, query, { claim: id }),
    begin: (words) => {
      putDraft(article.id, NEW, newDraft(words))
      open(NEW)
    },
  }
}

/** Scrolls only when it is not in sight already: whoever clicked it knows where it is. */
function showNumber(id: string): void {
  const number = document.getElementById(numberId(id))
  if (!number) return
  const { top, bottom } = number.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) number.scrollIntoView({ block: 'center' })
}
