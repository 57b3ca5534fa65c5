// The text of an article in paragraphs, each with the notes of the claims that begin in it beside it.

import { useMemo, useRef } from 'preact/hooks'
import type { Claim } from '../../../../openapi/client/index.ts'
import { paragraphsOf } from '../../components/marked-text/paragraphs.ts'
import { type Mark, marksOfEach, stretchAt } from '../../components/marked-text/segments.ts'
import { useAddress } from '../../frame/address.ts'
import { may } from '../../frame/session.ts'
import { useSingleKeys } from '../../frame/single-keys.ts'
import { NEW } from './desk.ts'
import { marksOf } from './draft.ts'
import { useOpened, useReading } from './reading.ts'
import { Row } from './row.tsx'
import { SelectionMenu } from './selection-menu.tsx'

export function ArticleText({ isComplete }: { readonly isComplete: boolean }) {
  const { article, open } = useReading()
  const opened = useOpened()
  const { openId, draft } = opened
  const { text } = article
  const root = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  const shown = useShown()
  const marks = marksOfEach(paragraphs, shown.marks)
  const rowOf = (start: number | undefined) => stretchAt(paragraphs, start ?? 0)
  const claims = useMemo(() => {
    const beginning = paragraphs.map((): Claim[] => [])
    for (const claim of shown.claims) beginning[rowOf(claim.content[0]?.start)]?.push(claim)
    return beginning
  }, [paragraphs, shown.claims])
  const newRow = openId === NEW && draft ? rowOf(draft.content[0]?.start) : -1

  useSingleKeys((key) => {
    const first = shown.claims[0]
    return key === 'j' && openId === '' && first ? () => open(first.id) : undefined
  })
  const openMarked = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return
    const id = event.target.closest('mark')?.dataset.claim
    if (id !== undefined && id !== openId && !event.target.closest('a')) open(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by the keyboard, claims are opened by their numbers.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
    <div class="text" ref={root} onClick={openMarked} aria-busy={!isComplete}>
      {paragraphs.map((paragraph, row) => (
        <Row
          key={paragraph.start}
          paragraph={paragraph}
          marks={marks[row] ?? []}
          claims={claims[row] ?? []}
          isNewHere={newRow === row}
          opened={opened}
          root={root}
        />
      ))}
      {may('annotator') ? <SelectionMenu root={root} /> : null}
    </div>
  )
}

/** Which claims are shown, and the words marked for them: of the open one as it is being corrected. */
function useShown(): { claims: readonly Claim[]; marks: readonly Mark[] } {
  const { claims } = useReading()
  const { openId, draft } = useOpened()
  const { get } = useAddress()
  const withWords = get('words') !== ''
  const withRejected = get('rejected') !== ''
  const shown = useMemo(
    () => claims.filter(({ status, id }) => status !== 'rejected' || withRejected || id === openId),
    [claims, openId, withRejected],
  )
  const marks = useMemo(() => {
    const ofClaims = shown.flatMap((claim) => {
      const isOpen = claim.id === openId
      const all = marksOf(claim.id, (isOpen && draft) || claim)
      return withWords || isOpen ? all : all.filter(({ part }) => part === 'content')
    })
    return openId === NEW && draft ? [...ofClaims, ...marksOf(NEW, draft)] : ofClaims
  }, [shown, openId, draft, withWords])
  return { claims: shown, marks }
}
