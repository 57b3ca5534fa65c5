// Who placed a claim where it stands, and why: rulings, people's tags with who dissents, and the machine's reasons.

import { useState } from 'preact/hooks'
import {
  type Averment,
  type Claim,
  type Explanation,
  type Question,
  Refused,
  type Ruling,
  type Tag,
} from '../../../../openapi/client/index.ts'
import { useAnswer } from '../../frame/asking.ts'
import { Day } from '../day.tsx'
import { PositionMark } from '../position-mark.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { Waiting } from '../waiting.tsx'
import { MachineSays } from './machine-says.tsx'

interface WhyProps {
  readonly claim: Claim
  readonly question: Question
}

/** Asked for only when it is opened. */
export function Why({ claim, question }: WhyProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Who placed it here, and why</summary>
      {isOpen ? <Reasons claim={claim} question={question} /> : null}
    </details>
  )
}

function Reasons({ claim, question }: WhyProps) {
  const { value, refusal } = useAnswer(
    (service) => reasonsFor(service, claim.id, question.slug),
    [claim.id, question.slug],
    ({ entity }) => entity === 'tag' || entity === 'ruling' || entity === 'question',
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  const standing = claim.positions.find((one) => one.question === question.slug)
  const isDissent = ({ position }: Tag) => position !== standing?.position
  const byPeople = value.tags.filter(({ annotator, current }) => annotator.kind === 'person' && current)
  const byPrograms = value.tags.filter(({ annotator, current }) => annotator.kind === 'software' && current)
  return (
    <div class="reasons">
      <Rulings question={question} rulings={value.rulings} />
      <Tags question={question} name="People" tags={byPeople} isDissent={isDissent} />
      {byPeople.length === 0 ? <p class="hint">No person has tagged it yet.</p> : null}
      <Tags question={question} name="Programs" tags={byPrograms} isDissent={isDissent} />
      {value.explanation ? <MachineSays question={question} explanation={value.explanation} /> : null}
    </div>
  )
}

interface All {
  readonly tags: readonly Tag[]
  readonly rulings: readonly Ruling[]
  readonly explanation: Explanation | null
}

async function reasonsFor(service: Averment, id: string, question: string): Promise<All> {
  const isOfIt = (one: { question: string }) => one.question === question
  const [tags, rulings, explanation] = await Promise.all([
    service.listTagsOfClaim({ path: { id }, query: { limit: 200 } }),
    service.listRulingsOfClaim({ path: { id }, query: { limit: 200 } }),
    // A claim that the machine has not placed has no explanation.
    service.explainClaim({ path: { id }, query: { question } }).catch((error) => {
      if (error instanceof Refused && error.status < 500) return null
      throw error
    }),
  ])
  return { tags: tags.data.filter(isOfIt), rulings: rulings.data.filter(isOfIt), explanation }
}

const Rulings = ({ question, rulings }: { question: Question; rulings: readonly Ruling[] }) => (
  <ul aria-label="Rulings" hidden={rulings.length === 0}>
    {rulings.map(({ id, position, annotator, createdAt, rationale, current, ended }) => (
      <li key={id}>
        <strong>{current ? 'Ruled' : 'Was ruled'}</strong>{' '}
        <PositionMark question={question} position={position} /> by <bdi>{annotator.name}</bdi>,{' '}
        <Day at={createdAt} />
        {ended ? ` (no longer: ${ended.because.replace('-', ' ')})` : ''}
        <Because rationale={rationale} />
      </li>
    ))}
  </ul>
)

interface TagsProps {
  readonly question: Question
  readonly name: string
  readonly tags: readonly Tag[]
  readonly isDissent: (tag: Tag) => boolean
}

const Tags = ({ question, name, tags, isDissent }: TagsProps) => (
  <ul aria-label={name} hidden={tags.length === 0}>
    {tags.map((tag) => (
      <li key={tag.id}>
        <bdi>{tag.annotator.name}</bdi>
        {tag.annotator.kind === 'software' ? ' (program)' : ''}:{' '}
        <PositionMark question={question} position={tag.position} />
        {tag.confidence === null ? '' : ` ${Math.round(100 * tag.confidence)} % sure`}
        {isDissent(tag) ? <em class="dissent"> dissents</em> : null}
        <Because rationale={tag.rationale} />
      </li>
    ))}
  </ul>
)

const Because = ({ rationale }: { rationale: string | null }) =>
  rationale ? (
    <p class="rationale" dir="auto">
      {rationale}
    </p>
  ) : null
