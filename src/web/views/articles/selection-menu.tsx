// What can be done with selected words: a new claim, or words of the one that is being worked on.

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { KeyHint } from '../../components/key-hint.tsx'
import { trimmed } from '../../components/marked-text/ends.ts'
import { selectedRange } from '../../components/marked-text/pointing.ts'
import type { Part, Range } from '../../components/marked-text/segments.ts'
import { useSingleKeys } from '../../frame/single-keys.ts'
import { partInHand, putDraft } from './desk.ts'
import { withWords } from './draft.ts'
import { useOpened, useReading } from './reading.ts'

export function SelectionMenu({ root }: { readonly root: RefObject<HTMLElement> }) {
  const { article, begin } = useReading()
  const { draft, openId } = useOpened()
  const selected = useSelected(root, article.text)
  const element = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    if (selected && element.current && root.current) placeBelow(element.current, root.current)
  }, [selected, draft === undefined])

  const beginHere = () => {
    if (!selected) return
    getSelection()?.removeAllRanges()
    begin(selected)
  }
  useSingleKeys((key) => (key === 'a' && selected && !draft ? beginHere : undefined))
  if (!selected) return null
  const use = (part: Part, isAdded: boolean) => () => {
    const next = draft && withWords(draft, article.text, part, selected, isAdded)
    if (!next) return
    getSelection()?.removeAllRanges()
    partInHand.value = part
    putDraft(article.id, openId, next)
  }
  return (
    // The words stay selected while a button is pressed.
    <fieldset
      class="selection-menu actions"
      ref={element}
      aria-label="Selected words"
      onMouseDown={(event) => event.preventDefault()}
    >
      {draft ? (
        <>
          <button type="button" onClick={use('content', false)}>
            Is the claim
          </button>
          <button type="button" onClick={use('content', true)}>
            Belongs to it too
          </button>
          <button type="button" onClick={use('cue', false)}>
            Cue
          </button>
          <button type="button" onClick={use('source', false)}>
            Source
          </button>
        </>
      ) : (
        <button type="button" class="main" aria-keyshortcuts="a" onClick={beginHere}>
          Add claim <KeyHint of="a" />
        </button>
      )}
    </fieldset>
  )
}

/** What is selected of the text, without the space around it. */
function useSelected(root: RefObject<HTMLElement>, text: string): Range | null {
  const [selected, setSelected] = useState<Range | null>(null)
  useLayoutEffect(() => {
    const look = () => {
      const range = root.current && selectedRange(root.current)
      const kept = range && trimmed(text, range)
      setSelected((before) => (before?.start === kept?.start && before?.end === kept?.end ? before : kept))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [text])
  return selected
}

function placeBelow(menu: HTMLElement, root: HTMLElement): void {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return
  const last = [...selection.getRangeAt(0).getClientRects()].at(-1)
  if (!last) return
  const around = root.getBoundingClientRect()
  const left = Math.min(Math.max(0, last.right - around.left), around.width - menu.offsetWidth)
  menu.style.setProperty('inset-inline-start', `${Math.max(0, left)}px`)
  menu.style.setProperty('top', `${last.bottom - around.top + 6}px`)
}
