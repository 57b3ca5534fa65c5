// Handles at the ends of the words in hand: dragged by a pointer, moved by the arrow keys.

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { moved, placed } from '../../components/marked-text/ends.ts'
import { offsetUnder } from '../../components/marked-text/pointing.ts'
import type { Range } from '../../components/marked-text/segments.ts'
import { heldEnd, partInHand, putDraft } from './desk.ts'
import { useOpened, useReading } from './reading.ts'

interface HandlesProps {
  readonly end: 'start' | 'end'
  readonly at: number
  readonly root: RefObject<HTMLElement>
}

export function Handles({ end, at, root }: HandlesProps) {
  const { draft } = useOpened()
  const index = draft?.[partInHand.value].findIndex((range) => range[end] === at) ?? -1
  return index < 0 ? null : <Handle key={`${end} ${index}`} end={end} index={index} root={root} />
}

/** Puts another range in place of one of the draft's. */
export function usePiece(index: number): [Range | undefined, (to: Range) => void] {
  const { article } = useReading()
  const { openId, draft } = useOpened()
  const part = partInHand.value
  const put = (to: Range) => {
    if (!draft) return
    putDraft(article.id, openId, { ...draft, [part]: draft[part].map((one, i) => (i === index ? to : one)) })
  }
  return [draft?.[part][index], put]
}

interface HandleProps {
  readonly end: 'start' | 'end'
  readonly index: number
  readonly root: RefObject<HTMLElement>
}

function Handle({ end, index, root }: HandleProps) {
  const { text } = useReading().article
  const [range, put] = usePiece(index)
  const element = useRef<HTMLButtonElement>(null)
  const at = range?.[end]
  useLayoutEffect(() => {
    const held = heldEnd.peek()
    if (held?.end !== end || held.at !== at) return
    heldEnd.value = null
    element.current?.focus()
  })
  const drag = useDrag((x, y) => {
    const under = root.current && offsetUnder(root.current, x, y)
    if (range && under !== null) put(placed(text, range, end, under))
  })
  const byKey = (event: KeyboardEvent) => {
    const direction = directionOf(event)
    if (!range || direction === 0) return
    event.preventDefault()
    const to = moved(text, range, end, event.shiftKey ? 'word' : 'character', direction)
    heldEnd.value = { end, at: to[end] }
    put(to)
  }
  if (!range) return null
  return (
    <button
      ref={element}
      type="button"
      role="slider"
      class={`handle ${end}`}
      aria-label={end === 'start' ? 'Beginning of the words' : 'End of the words'}
      aria-valuemin={0}
      aria-valuemax={text.length}
      aria-valuenow={range[end]}
      aria-valuetext={wordsAt(text, range, end)}
      title="Drag, or move by arrow keys; with Shift, by words"
      onPointerDown={drag}
      onKeyDown={byKey}
    />
  )
}

/** The keys of left and right point the other way in text that runs from right to left. */
function directionOf({ key, currentTarget }: KeyboardEvent): -1 | 0 | 1 {
  if (key === 'ArrowUp') return -1
  if (key === 'ArrowDown') return 1
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0
  const paragraph = currentTarget instanceof Element ? currentTarget.closest('.words') : null
  const isReversed = paragraph !== null && getComputedStyle(paragraph).direction === 'rtl'
  return (key === 'ArrowLeft') === isReversed ? 1 : -1
}

/** What a screen reader says of where an end stands. */
const wordsAt = (text: string, { start, end }: Range, which: 'start' | 'end'): string =>
  which === 'start'
    ? `before ${text.slice(start, Math.min(end, start + 30))}`
    : `after ${text.slice(Math.max(start, end - 30), end)}`

/** Follows a pointer from where it went down until it goes up; the handle itself may be redrawn on the way. */
function useDrag(moveTo: (x: number, y: number) => void) {
  const latest = useRef(moveTo)
  latest.current = moveTo
  return (down: PointerEvent) => {
    if (down.button !== 0) return
    down.preventDefault()
    const move = ({ clientX, clientY }: PointerEvent) => latest.current(clientX, clientY)
    const stop = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', stop)
      removeEventListener('pointercancel', stop)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', stop)
    addEventListener('pointercancel', stop)
  }
}
