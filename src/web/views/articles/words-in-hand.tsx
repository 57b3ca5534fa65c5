// The words of the draft, part by part: which part has handles, and buttons that move their ends.

import type { Refused } from '../../../../openapi/client/index.ts'
import { FaultsAt } from '../../components/faults.tsx'
import { moved, type Step } from '../../components/marked-text/ends.ts'
import type { Part } from '../../components/marked-text/segments.ts'
import { partInHand } from './desk.ts'
import { type Draft, PARTS } from './draft.ts'
import { usePiece } from './handles.tsx'
import { useReading } from './reading.ts'

const NAMES: Readonly<Record<Part, string>> = { content: 'Claim', cue: 'Cue', source: 'Source' }

interface WordsInHandProps {
  readonly draft: Draft
  readonly put: (draft: Draft) => void
  readonly refusal: Refused | undefined
}

export function WordsInHand({ draft, put, refusal }: WordsInHandProps) {
  const inHand = partInHand.value
  const without = (index: number) => put({ ...draft, [inHand]: draft[inHand].filter((_, i) => i !== index) })
  return (
    <fieldset class="words-in-hand">
      <legend class="for-readers">Words</legend>
      <p class="parts">
        {PARTS.map((part) => (
          <label key={part} class="choice">
            <input
              type="radio"
              name="part"
              checked={part === inHand}
              onChange={() => {
                partInHand.value = part
              }}
            />
            {NAMES[part]}
          </label>
        ))}
      </p>
      {draft[inHand].length === 0 ? (
        <p class="hint">No words yet: select them in the text.</p>
      ) : (
        draft[inHand].map((_, index) => (
          <Piece
            key={index}
            index={index}
            remove={inHand === 'content' && draft.content.length === 1 ? undefined : () => without(index)}
          />
        ))
      )}
      {PARTS.map((part) => (
        <FaultsAt key={part} refusal={refusal} pointer={`/${part}`} />
      ))}
    </fieldset>
  )
}

interface PieceProps {
  readonly index: number
  readonly remove: (() => void) | undefined
}

function Piece({ index, remove }: PieceProps) {
  const { text } = useReading().article
  const [range, put] = usePiece(index)
  if (!range) return null
  const move = (end: 'start' | 'end', direction: -1 | 1) => (event: MouseEvent) => {
    const step: Step = event.shiftKey ? 'character' : 'word'
    put(moved(text, range, end, step, direction))
  }
  return (
    <div class="piece">
      <blockquote dir="auto">{text.slice(range.start, range.end)}</blockquote>
      <p class="ends">
        <span>Begins</span>
        <button type="button" aria-label="Begin a word earlier" onClick={move('start', -1)}>
          earlier
        </button>
        <button type="button" aria-label="Begin a word later" onClick={move('start', 1)}>
          later
        </button>
        <span />
        <span>Ends</span>
        <button type="button" aria-label="End a word earlier" onClick={move('end', -1)}>
          earlier
        </button>
        <button type="button" aria-label="End a word later" onClick={move('end', 1)}>
          later
        </button>
        {remove ? (
          <button type="button" class="quiet" onClick={remove}>
            Remove
          </button>
        ) : null}
      </p>
    </div>
  )
}
