// The queue as a reading flow: one claim with its paragraph, one key for each position, and the next is there already.

import { useMemo, useRef } from 'preact/hooks'
import type { Question } from '../../../../openapi/client/index.ts'
import { ClaimInContext } from '../../components/in-context/claim-in-context.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { keysFor, nextConfidence, type PositionKeys } from '../../frame/position-keys.ts'
import { useQuestion } from '../../frame/question.ts'
import { isSignedIn, may, me } from '../../frame/session.ts'
import { useSingleKeys } from '../../frame/single-keys.ts'
import { Codebook } from './codebook.tsx'
import { type Flow, useFlow } from './flow.ts'
import { MyProgress } from './my-progress.tsx'
import { draftOf } from './reading.ts'
import { TagForm } from './tag-form.tsx'
import { WhatOthersSay } from './what-others-say.tsx'
import './tagging.css'

const RESERVED = ['u', 's', 'r']

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
  const keys = useMemo(() => keysFor(question.positions, RESERVED), [question])
  useSingleKeys((key) => actOf(key, keys, flow, () => rationale.current?.focus()))
  const { now, reading } = flow
  return (
    <section class="desk">
      <h1 class="for-readers">Tag claims</h1>
      <MyProgress question={question} />
      <div class="work">
        {now ? (
          <>
            <ClaimInContext key={now.id} claim={now}>
              <WhatOthersSay claim={now} question={question} />
            </ClaimInContext>
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

/** What a key does to the claim on the page. */
function actOf(
  key: string,
  keys: PositionKeys,
  flow: Flow,
  toRationale: () => void,
): (() => void) | undefined {
  const { now, reading, tag, undo, skip, draft } = flow
  const position = keys.positionOf.get(key)
  if (position !== undefined) return () => tag(position)
  const sureness = (by: 1 | -1) => () =>
    draft({ confidence: nextConfidence(now && draftOf(reading, now.id).confidence, by) })
  return { u: undo, s: skip, r: toRationale, '+': sureness(1), '-': sureness(-1) }[key]
}
