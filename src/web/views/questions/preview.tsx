// How existing claims would fall on the question as it is written now.

import type { NewQuestion } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useSettled } from '../../components/use-settled.ts'
import { useAnswer } from '../../frame/asking.ts'
import { isReadable } from './drafting.ts'

/** Milliseconds without a keystroke before the machine is asked. */
const PAUSE = 600

export function Preview({ question }: { question: NewQuestion }) {
  const { text, guidelines = '', positions } = question
  const now = JSON.stringify({ text, guidelines, positions })
  const asked = useSettled(now, PAUSE)
  const draft = JSON.parse(asked) as NewQuestion
  const { value, refusal, isWaiting } = useAnswer(
    async (service) =>
      isReadable(draft)
        ? service.previewQuestion({
            body: { text: draft.text, guidelines: draft.guidelines ?? '', positions: draft.positions },
          })
        : undefined,
    [asked],
  )
  return (
    <section class="preview" aria-label="How claims would fall" aria-busy={isWaiting}>
      <h2>How claims would fall</h2>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      {value ? (
        <>
          <p class="hint" role="status">
            {value.claims} claims of the newest {value.articles} articles, as the machine reads them now.
          </p>
          {value.positions.map((position) => (
            <div key={position.slug} class="fall">
              <p>
                <PositionMark question={value} position={position.slug} /> {position.claims}
              </p>
              <progress
                value={position.claims}
                max={Math.max(value.claims, 1)}
                aria-label={`${position.label}: ${position.claims} of ${value.claims}`}
              />
              <ul>
                {position.surest.map(({ claimId, quote, confidence }) => (
                  <li key={claimId} dir="auto">
                    {quote} <span class="hint">{Math.round(100 * confidence)}%</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {value.warnings.length > 0 ? (
            <ul class="hint">
              {value.warnings.map(({ code, detail }) => (
                <li key={`${code} ${detail}`}>{detail}</li>
              ))}
            </ul>
          ) : null}
        </>
      ) : refusal ? null : (
        <p class="hint">Write the question and define two sides: then it is shown here.</p>
      )}
    </section>
  )
}
