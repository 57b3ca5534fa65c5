// Where a claim stands on the question, who placed it there and why, and one's own tag.

import { useState } from 'preact/hooks'
import type { Claim, Question, Refused, Tag } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { refusalFrom, useAnswer } from '../../frame/asking.ts'
import { may, me, service } from '../../frame/session.ts'
import { standingOf, useReading } from './reading.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

export function Placing({ claim }: { readonly claim: Claim }) {
  const { question } = useReading()
  const tags = useAnswer(
    async (asked, signal) =>
      (await asked.listTagsOfClaim({ path: { id: claim.id }, query: { limit: 200 }, signal })).data,
    [claim.id],
    ({ entity }) => entity === 'tag' || entity === 'ruling' || entity === 'question',
  )
  if (!question) return null
  const current = (tags.value ?? []).filter((tag) => tag.current && tag.question === question.slug)
  const mine = current.find(({ annotator }) => annotator.id === me.value?.id)
  return (
    <div class="placing">
      <h3>Where it stands</h3>
      <Standing claim={claim} question={question} />
      {may('annotator') && question.status === 'open' ? (
        <TagForm key={claim.id} claim={claim} question={question} mine={mine} again={tags.again} />
      ) : null}
      {current.length > 0 ? (
        <details>
          <summary>Who placed it, and why</summary>
          <ul class="tags">
            {current.map((tag) => (
              <TagLine key={tag.id} tag={tag} question={question} />
            ))}
          </ul>
        </details>
      ) : null}
      {tags.refusal ? <ProblemNote refusal={tags.refusal} /> : null}
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

const TagLine = ({ tag, question }: { readonly tag: Tag; readonly question: Question }) => (
  <li>
    <b>{tag.annotator.name}</b> <PositionMark question={question} position={tag.position} />{' '}
    <small>{tag.confidence === null ? '' : `${percent(tag.confidence)} sure`}</small>
    {tag.rationale ? <p dir="auto">{tag.rationale}</p> : null}
  </li>
)

interface TagFormProps {
  readonly claim: Claim
  readonly question: Question
  readonly mine: Tag | undefined
  readonly again: () => void
}

/** One press places the claim; a reason may be written before. */
function TagForm({ claim, question, mine, again }: TagFormProps) {
  const { reload } = useReading()
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
    again()
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
  return (
    <fieldset class="tag-form">
      <legend>{mine ? 'Your tag' : 'Where do you place it?'}</legend>
      <div class="places">
        {question.positions.map(({ slug, definition }) => (
          <button
            key={slug}
            type="button"
            title={definition}
            aria-pressed={mine?.position === slug}
            onClick={
              mine?.position === slug && rationale.trim() === ''
                ? doing(() => service.value.withdrawTag({ path: { id: mine.id } }))
                : place(slug)
            }
          >
            <PositionMark question={question} position={slug} />
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
      {refusal ? <ProblemNote refusal={refusal} /> : null}
    </fieldset>
  )
}
