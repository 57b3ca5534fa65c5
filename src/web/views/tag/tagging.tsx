// The queue as a reading flow: one claim with its paragraph, one key for each position, and the next is there already.

import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Question } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useQuestion } from '../../frame/question.ts'
import { isSignedIn, may, me } from '../../frame/session.ts'
import { ClaimInContext } from './claim-in-context.tsx'
import { Codebook } from './codebook.tsx'
import { type Flow, useFlow } from './flow.ts'
import { type Act, keysFor, nextConfidence } from './keys.ts'
import { MyProgress } from './my-progress.tsx'
import { draftOf } from './reading.ts'
import { singleKeys } from './single-keys.ts'
import { TagForm } from './tag-form.tsx'
import './tagging.css'

export function Tagging() {
  const question = useQuestion()
  if (isSignedIn.value && me.value === null) return <Waiting />
  if (!may('annotator'))
    return (
      <section>
        <h1>Tag claims</h1>
        <p>
          {me.value
            ? 'Your key may read only. An admin can make you an annotator.'
            : 'Sign in with an annotator’s key: you are then given one claim after another to place.'}
        </p>
      </section>
    )
  if (!question) return <Waiting />
  if (question.status === 'closed') return <p>This question is closed: nothing is to be tagged on it.</p>
  return <Desk key={`${question.slug} ${me.value?.id}`} question={question} />
}

function Desk({ question }: { question: Question }) {
  const flow = useFlow(question)
  const rationale = useRef<HTMLInputElement>(null)
  const keys = useMemo(() => keysFor(question.positions), [question])
  useKeys(keys.acts, flow, () => rationale.current?.focus())
  const { now, reading } = flow
  return (
    <section class="desk">
      <h1 class="for-readers">Tag claims</h1>
      <MyProgress question={question} />
      <div class="work">
        {now ? (
          <>
            <ClaimInContext key={now.id} claim={now} question={question} />
            <TagForm question={question} keys={keys} flow={flow} rationale={rationale} />
          </>
        ) : (
          <Nothing flow={flow} />
        )}
      </div>
      <Codebook question={question} keys={keys} />
      <p class="for-readers" role="status">
        {reading.done.length > 0 ? `${reading.done.length} tagged. ` : ''}
        {now ? `Next: ${now.quote.slice(0, 200)}` : ''}
      </p>
    </section>
  )
}

function Nothing({ flow }: { flow: Flow }) {
  const { isAtEnd, refusal, reading, undo } = flow
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!isAtEnd) return <Waiting what="Fetching claims" />
  return (
    <div class="end">
      <h2>Nothing is left to tag here</h2>
      <p>
        Every claim has as many tags as it wants, or is with somebody else. New ones appear here by
        themselves.
      </p>
      {reading.done.length > 0 ? (
        <p class="actions">
          <button type="button" onClick={undo}>
            Undo my last tag
          </button>
        </p>
      ) : null}
    </div>
  )
}

/** Single keys, unless turned off, with a modifier, or where something is typed or chosen. */
function useKeys(acts: ReadonlyMap<string, Act>, flow: Flow, toRationale: () => void): void {
  const latest = useRef(flow)
  latest.current = flow
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!singleKeys.value || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return
      const act = acts.get(event.key.toLowerCase())
      if (!act) return
      event.preventDefault()
      perform(act, latest.current, toRationale)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [acts])
}

function perform(act: Act, flow: Flow, toRationale: () => void): void {
  const { now, reading, tag, undo, skip, draft } = flow
  const sure = now && draftOf(reading, now.id).confidence
  if (act.what === 'tag') tag(act.position)
  else if (act.what === 'undo') undo()
  else if (act.what === 'skip') skip()
  else if (act.what === 'rationale') toRationale()
  else draft({ confidence: nextConfidence(sure, act.what === 'surer' ? 1 : -1) })
}
