// One question: what it asks, when a claim takes which position, how it is worked on, and what it was before.

import { useRoute } from 'preact-iso'
import type { Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { may } from '../../frame/session.ts'
import { Editing } from './editing.tsx'
import { Versions } from './versions.tsx'
import './questions.css'

export function QuestionPage() {
  const slug = useRoute().params.slug ?? ''
  const { get, to } = useAddress()
  const { value, refusal, again } = useAnswer(
    (service) => service.readQuestion({ path: { slug } }),
    [slug],
    ({ entity, entityId }) => entity === 'question' && entityId === slug,
  )
  if (refusal && !value) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  if (get('edit') && may('curator')) return <Editing question={value} stored={again} />
  return (
    <section class="questions">
      <h1>{value.text}</h1>
      <p class="actions">
        <a href={to('/', { question: slug })}>Who stands where</a>
        <a href={to('/curate', { question: slug })}>How far people agree</a>
        {may('curator') ? <a href={to(`/questions/${slug}`, { edit: 'yes' })}>Edit</a> : null}
      </p>
      <HowItIsTagged question={value} />
      <p class="guidelines">{value.guidelines}</p>
      <dl class="definitions">
        {value.positions.map(({ slug: position, definition, examples }) => (
          <div key={position}>
            <dt>
              <PositionMark question={value} position={position} />
            </dt>
            <dd>
              {definition}
              {examples.map((example) => (
                <p key={example} class="example" dir="auto">
                  “{example}”
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {may('curator') && value.warnings.length > 0 ? (
        <div>
          <h2>What would help the machine</h2>
          <ul>
            {value.warnings.map(({ code, detail }) => (
              <li key={`${code} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Versions question={value} />
    </section>
  )
}

function HowItIsTagged({ question }: { question: Question }) {
  const { status, version, tagsPerClaim, blind, settleAt, placing } = question
  const settled = settleAt
    ? `${settleAt.people} people settle a claim when ${Math.round(100 * settleAt.share)}% of them agree`
    : 'a curator settles where they differ'
  return (
    <p class="hint">
      {status === 'open' ? 'Open' : 'Closed'}, version {version}. {tagsPerClaim}{' '}
      {tagsPerClaim === 1 ? 'person tags' : 'people tag'} each claim{blind ? ', blind' : ''}; {settled}.
      {placing ? ` The machine has placed ${placing.placed} of ${placing.total} claims so far.` : ''}
    </p>
  )
}
