// Keeps the reading going: fetches what is next before it is needed, sends tags while the next claim is already there.

import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { ClaimToTag, Question, Refused } from '../../../../openapi/client/index.ts'
import { fetchArticle } from '../../components/in-context/articles.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { useChanges } from '../../frame/live.ts'
import { service } from '../../frame/session.ts'
import { type Done, type Draft, draftOf, nothingRead, type Reading, reduceReading } from './reading.ts'

/** Claims asked for at once; asked for again when fewer than half are ahead. */
const AT_ONCE = 10
/** Milliseconds before asking again when the queue was empty or did not answer. */
const LATER = 5000

export interface Flow {
  readonly reading: Reading
  readonly now: ClaimToTag | undefined
  /** Nothing is ahead, and the queue has said so. */
  readonly isAtEnd: boolean
  /** Why nothing more comes. */
  readonly refusal: Refused | undefined
  readonly tag: (position: string) => void
  readonly undo: () => void
  readonly skip: () => void
  readonly drop: () => void
  readonly draft: (draft: Partial<Draft>) => void
}

export function useFlow(question: Question): Flow {
  const [reading, step] = useReducer(reduceReading, nothingRead)
  const [isAtEnd, setAtEnd] = useState(false)
  const [refusal, setRefusal] = useState<Refused>()
  const asking = useRef(false)
  const sending = useRef(new Map<string, Promise<string | undefined>>())
  const now = reading.ahead[0]
  const asked = service.value

  const more = useCallback(async () => {
    if (asking.current) return
    asking.current = true
    try {
      const { data } = await asked.readQueue({ path: { slug: question.slug }, query: { limit: AT_ONCE } })
      step({ what: 'came', claims: data })
      setAtEnd(data.length === 0)
      setRefusal(undefined)
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
    asking.current = false
  }, [asked, question.slug])

  const isShort = reading.ahead.length < AT_ONCE / 2
  useEffect(() => {
    if (!isShort) return
    more()
    const timer = setInterval(more, LATER)
    return () => clearInterval(timer)
  }, [isShort, more, reading.done.length])
  useChanges((changes) => {
    if (changes.length === 0 && isShort) more()
  })
  useEffect(() => {
    for (const claim of reading.ahead.slice(0, AT_ONCE / 2)) fetchArticle(asked, claim.articleId)
  }, [asked, reading.ahead])

  const tag = (position: string) => {
    if (!now) return
    const { confidence, rationale } = draftOf(reading, now.id)
    const sent = {
      question: question.slug,
      position,
      questionVersion: question.version,
      ...(confidence === undefined ? {} : { confidence }),
      ...(rationale.trim() === '' ? {} : { rationale: rationale.trim() }),
      ...(now.lease ? { lease: now.lease.id } : {}),
    }
    const claimId = now.id
    step({ what: 'tagged', claimId, sent })
    sending.current.set(
      claimId,
      asked.createTag({ path: { id: claimId }, body: sent }).then(
        ({ id }) => {
          step({ what: 'stored', claimId, tagId: id })
          return id
        },
        (error) => {
          step({ what: 'refused', claimId, refusal: refusalFrom(error) })
          return undefined
        },
      ),
    )
  }

  /** Withdraws the newest tag, then brings its claim back; waits for a tag that is still on its way. */
  const undo = async () => {
    const last: Done | undefined = reading.done.at(-1)
    if (!last) return
    const claimId = last.claim.id
    const tagId = last.tagId ?? (await sending.current.get(claimId))
    if (tagId === undefined) return
    try {
      await asked.withdrawTag({ path: { id: tagId } })
      step({ what: 'undone', claimId })
    } catch (error) {
      step({ what: 'refused', claimId, refusal: refusalFrom(error) })
    }
  }

  return {
    reading,
    now,
    isAtEnd: isAtEnd && now === undefined,
    refusal,
    tag,
    undo,
    skip: () => now && step({ what: 'skipped', claimId: now.id }),
    drop: () => now && step({ what: 'dropped', claimId: now.id }),
    draft: (draft) => now && step({ what: 'drafted', claimId: now.id, draft }),
  }
}
