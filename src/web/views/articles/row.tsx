// A paragraph of the article with the notes beside it; drawn again only when something of its own has changed.

import { Component } from 'preact'
import type { Claim } from '../../../../openapi/client/index.ts'
import { ParagraphText } from '../../components/marked-text/paragraph-text.tsx'
import type { Mark, Range, Segment } from '../../components/marked-text/segments.ts'
import { may } from '../../frame/session.ts'
import { NewNote } from './correction.tsx'
import { Handles } from './handles.tsx'
import { Note } from './note.tsx'
import { Numbers } from './numbers.tsx'
import { NOTHING_OPEN, type Opened, OpenedContext, toneClass, useReading } from './reading.ts'

interface RowProps {
  readonly paragraph: Range
  readonly marks: readonly Mark[]
  /** Those that begin here. */
  readonly claims: readonly Claim[]
  readonly isNewHere: boolean
  readonly opened: Opened
  readonly root: { readonly current: HTMLElement | null }
}

const concerns = ({ marks, claims, opened: { openId } }: RowProps): boolean =>
  openId !== '' && (marks.some(({ id }) => id === openId) || claims.some(({ id }) => id === openId))

const areSame = <T,>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => isSame(one, b[i] as T)))

const isSameMark = (a: Mark, b: Mark): boolean =>
  a.id === b.id && a.part === b.part && a.start === b.start && a.end === b.end

/** An article may have thousands of paragraphs, and a key pressed concerns one of them. */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props
    const isOpenSame = next.opened === now.opened || !(concerns(now) || concerns(next))
    return !(
      isOpenSame &&
      next.isNewHere === now.isNewHere &&
      next.paragraph === now.paragraph &&
      areSame(next.marks, now.marks, isSameMark) &&
      areSame(next.claims, now.claims, (a, b) => a === b)
    )
  }
  override render(props: RowProps) {
    return (
      <OpenedContext.Provider value={concerns(props) ? props.opened : NOTHING_OPEN}>
        <Paragraph {...props} />
      </OpenedContext.Provider>
    )
  }
}

function Paragraph({ paragraph, marks, claims, isNewHere, opened, root }: RowProps) {
  const { article, claimOf, question, begin } = useReading()
  const classOf = ({ id }: Mark) => {
    const claim = claimOf(id)
    const isOpen = id === opened.openId ? 'open' : ''
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
        lang={article.language}
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
        {may('annotator') ? (
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
