// The words of one paragraph with its marks; each piece of text says at which offset it begins.

import { type ComponentChildren, Fragment } from 'preact'
import { type Mark, type Range, type Segment, segmentsOf } from './segments.ts'
import './marked-text.css'

export interface MarkLook {
  /** Classes for the words that a mark is the innermost of. */
  readonly classOf: (mark: Mark, segment: Segment) => string
  /** What stands before a segment: the number of a claim that begins there, a handle. */
  readonly before?: (segment: Segment) => ComponentChildren
  readonly after?: (segment: Segment) => ComponentChildren
}

interface ParagraphTextProps extends MarkLook {
  readonly text: string
  /** A language tag; of the page's own language when left out. */
  readonly lang?: string
  readonly paragraph: Range
  readonly marks: readonly Mark[]
}

export function ParagraphText({ text, lang, paragraph, marks, classOf, before, after }: ParagraphTextProps) {
  return (
    <p class="words" dir="auto" lang={lang}>
      {segmentsOf(paragraph, marks).map((segment) => (
        <Fragment key={segment.start}>
          {before?.(segment)}
          <Words text={text} segment={segment} classOf={classOf} />
          {after?.(segment)}
        </Fragment>
      ))}
    </p>
  )
}

interface WordsProps {
  readonly text: string
  readonly segment: Segment
  readonly classOf: MarkLook['classOf']
}

function Words({ text, segment, classOf }: WordsProps) {
  const words = text.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return <span data-start={segment.start}>{words}</span>
  const contents = segment.marks.filter(({ part }) => part === 'content')
  const classes = new Set(segment.marks.map((mark) => `part-${mark.part}`))
  if (contents.length > 1) classes.add('nested')
  const innermost = contents.at(-1) ?? segment.marks.at(-1)
  if (innermost) classes.add(classOf(innermost, segment))
  return (
    <mark data-start={segment.start} data-claim={innermost?.id} class={[...classes].join(' ')}>
      {words}
    </mark>
  )
}
