// What the question asks and when a claim takes each position: beside the claim, so that nobody tags from memory.

import { useEffect, useRef } from 'preact/hooks'
import type { Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { SingleKeysChoice } from '../../components/single-keys-choice.tsx'
import type { PositionKeys } from '../../frame/position-keys.ts'

export function Codebook({ question, keys }: { question: Question; keys: PositionKeys }) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // Open where there is room beside the claim.
    if (details.current) details.current.open = matchMedia('(min-width: 60rem)').matches
  }, [])
  return (
    <details class="codebook" ref={details}>
      <summary>
        <h2>Codebook</h2>
      </summary>
      <p>{question.text}</p>
      <p class="hint">{question.guidelines}</p>
      <dl>
        {question.positions.map(({ slug, definition, examples }) => (
          <div key={slug}>
            <dt>
              <PositionMark question={question} position={slug} />{' '}
              {keys.keysOf.get(slug)?.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>
              {definition}
              {examples.map((example) => (
                <p key={example} class="example">
                  “{example}”
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        <kbd>+</kbd> surer, <kbd>-</kbd> less sure, <kbd>r</kbd> why, <kbd>s</kbd> skip, <kbd>u</kbd> undo
      </p>
      <SingleKeysChoice />
    </details>
  )
}
