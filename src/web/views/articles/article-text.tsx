// The text of an article in paragraphs, each with the notes of the claims that begin in it beside it.

import { useMemo, useRef } from 'preact/hooks'
import type { Claim } from '../../../../openapi/client/index.ts'
import { ParagraphText } from '../../components/marked-text/paragraph-text.tsx'
import { paragraphsOf } from '../../components/marked-text/paragraphs.ts'
import {
  type Mark,
  marksOfEach,
  type Range,
  type Segment,
  stretchAt,
} from '../../components/marked-text/segments.ts'
import { useAddress } from '../../frame/address.ts'
import { may } from '../../frame/session.ts'
import { NewNote } from './correction.tsx'
import { NEW } from './desk.ts'
import { marksOf } from './draft.ts'
import { Handles } from './handles.tsx'
import { Note } from './note.tsx'
import { Numbers } from './numbers.tsx'
import { toneClass, useReading } from './reading.ts'
import { SelectionMenu } from './selection-menu.tsx'

export function ArticleText({ isComplete }: { readonly isComplete: boolean }) {
  const { article, openId, draft, open } = useReading()
  const { text } = article
  const root = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  const shown = useShown()
  const marks = marksOfEach(paragraphs, shown.marks)
  const rowOf = (start: number | undefined) => stretchAt(paragraphs, start ?? 0)

  const openMarked = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return
    const id = event.target.closest('mark')?.dataset.claim
    if (id !== undefined && id !== openId && !event.target.closest('a')) open(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by the keyboard, claims are opened by their numbers.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
    <div class="text" ref={root} lang={article.language} onClick={openMarked} aria-busy={!isComplete}>
      {paragraphs.map((paragraph, row) => (
        <Row
          key={paragraph.start}
          paragraph={paragraph}
          marks={marks[row] ?? []}
          claims={shown.claims.filter((claim) => rowOf(claim.content[0]?.start) === row)}
          isNewHere={openId === NEW && draft !== undefined && rowOf(draft.content[0]?.start) === row}
          root={root}
        />
      ))}
      {may('annotator') ? <SelectionMenu root={root} /> : null}
    </div>
  )
}

/** Which claims are shown, and the words marked for them: of the open one as it is being corrected. */
function useShown(): { claims: readonly Claim[]; marks: readonly Mark[] } {
  const { claims, openId, draft } = useReading()
  const { get } = useAddress()
  const withWords = get('words') !== ''
  const withRejected = get('rejected') !== ''
  return useMemo(() => {
    const shown = claims.filter(({ status, id }) => status !== 'rejected' || withRejected || id === openId)
    const marks = shown.flatMap((claim) => {
      const isOpen = claim.id === openId
      const all = marksOf(claim.id, (isOpen && draft) || claim)
      return withWords || isOpen ? all : all.filter(({ part }) => part === 'content')
    })
    return { claims: shown, marks: openId === NEW && draft ? [...marks, ...marksOf(NEW, draft)] : marks }
  }, [claims, openId, draft, withWords, withRejected])
}

interface RowProps {
  readonly paragraph: Range
  readonly marks: readonly Mark[]
  readonly claims: readonly Claim[]
  readonly isNewHere: boolean
  readonly root: { readonly current: HTMLElement | null }
}

function Row({ paragraph, marks, claims, isNewHere, root }: RowProps) {
  const { article, claimOf, question, openId, begin } = useReading()
  const classOf = ({ id }: Mark) => {
    const claim = claimOf(id)
    const isOpen = id === openId ? 'open' : ''
    return `${toneClass(claim, question)} ${isOpen} ${claim?.status === 'rejected' ? 'rejected' : ''}`
  }
  const at = (place: 'start' | 'end') => (segment: Segment) => (
    <>
      {place === 'start' ? <Numbers segment={segment} /> : null}
      <Handles end={place} at={segment[place]} root={root} />
    </>
  )
  return (
    <div class="row">
      <ParagraphText
        text={article.text}
        paragraph={paragraph}
        marks={marks}
        classOf={classOf}
        before={at('start')}
        after={at('end')}
      />
      <ol class="notes">
        {claims.map((claim) => (
          <Note key={claim.id} claim={claim} />
        ))}
        {isNewHere ? <NewNote /> : null}
        {may('annotator') && openId !== NEW ? (
          <li class="adding">
            <button type="button" class="quiet add-here" onClick={() => begin(paragraph)}>
              + <span class="for-readers">Add a claim to this paragraph</span>
            </button>
          </li>
        ) : null}
      </ol>
    </div>
  )
}
