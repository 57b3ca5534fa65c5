// Where a claim stands on the question, one's own tag, and why others place it so.

import { useState } from 'preact/hooks'
import type { Claim, Question, Refused } from '../../../../openapi/client/index.ts'
import { Why } from '../../components/evidence/why.tsx'
import '../../components/evidence/evidence.css'
import { KeyHint } from '../../components/key-hint.tsx'
import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { refusalFrom, useAnswer } from '../../frame/asking.ts'
import { may, me, service } from '../../frame/session.ts'
import { useSingleKeys } from '../../frame/single-keys.ts'
import { standingOf, useReading } from './reading.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

export function Placing({ claim }: { readonly claim: Claim }) {
  const { question } = useReading()
  if (!question) return null
  return (
    <div class="placing">
      <h3>Where it stands</h3>
      <Standing claim={claim} question={question} />
      {may('annotator') && question.status === 'open' ? (
        <TagForm key={claim.id} claim={claim} question={question} />
      ) : null}
      <Why claim={claim} question={question} />
    </div>
  )
}

function Standing({ claim, question }: { readonly claim: Claim; readonly question: Question }) {
  const standing = standingOf(claim, question)
  if (!standing) return <p class="hint">Not placed.</p>
  const { position, basis, confidence } = standing
  const by = {
    machine: `by the machine, ${percent(confidence)} sure`,
    people: `by people, ${percent(confidence)} of them`,
    ruling: 'ruled by a curator',
  }[basis]
  return (
    <p>
      <PositionMark question={question} position={position} /> <small>{by}</small>
    </p>
  )
}

interface TagFormProps {
  readonly claim: Claim
  readonly question: Question
}

/** One press places the claim; a reason may be written before. */
function TagForm({ claim, question }: TagFormProps) {
  const { reload } = useReading()
  const tags = useAnswer(
    async (asked, signal) =>
      (await asked.listTagsOfClaim({ path: { id: claim.id }, query: { limit: 200 }, signal })).data,
    [claim.id],
    ({ entity }) => entity === 'tag' || entity === 'question',
  )
  const mine = tags.value?.find(
    (tag) => tag.current && tag.question === question.slug && tag.annotator.id === me.value?.id,
  )
  const [rationale, setRationale] = useState('')
  const [refusal, setRefusal] = useState<Refused>()
  const doing = (what: () => Promise<unknown>) => async () => {
    try {
      await what()
      setRefusal(undefined)
      setRationale('')
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
    tags.again()
    reload()
  }
  const place = (position: string) =>
    doing(() =>
      service.value.createTag({
        path: { id: claim.id },
        body: {
          question: question.slug,
          position,
          ...(rationale.trim() === '' ? {} : { rationale: rationale.trim() }),
        },
      }),
    )
  /** Pressed again, with nothing new to say, it takes the tag back. */
  const press = (position: string) =>
    mine?.position === position && rationale.trim() === ''
      ? doing(() => service.value.withdrawTag({ path: { id: mine.id } }))()
      : place(position)()
  useSingleKeys((key) => {
    const position = /^[1-9]$/.test(key) ? question.positions[Number(key) - 1] : undefined
    return position && (() => press(position.slug))
  })
  return (
    <fieldset class="tag-form">
      <legend>{mine ? 'Your tag' : 'Where do you place it?'}</legend>
      <div class="places">
        {question.positions.map(({ slug, definition }, index) => (
          <button
            key={slug}
            type="button"
            title={definition}
            aria-pressed={mine?.position === slug}
            {...(index < 9 ? { 'aria-keyshortcuts': String(index + 1) } : {})}
            onClick={() => press(slug)}
          >
            <PositionMark question={question} position={slug} />{' '}
            {index < 9 ? <KeyHint of={String(index + 1)} /> : null}
          </button>
        ))}
      </div>
      <label>
        <span>Why (a sentence, if you like; then press a position)</span>
        <input
          maxLength={2000}
          value={rationale}
          onInput={(event) => setRationale(event.currentTarget.value)}
        />
      </label>
      {tags.refusal ? <ProblemNote refusal={tags.refusal} /> : null}
      {refusal ? <ProblemNote refusal={refusal} /> : null}
    </fieldset>
  )
}
