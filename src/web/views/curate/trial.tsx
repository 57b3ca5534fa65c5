// One claim before the curator: the words, the tags side by side, what was ruled, and the ruling.

import type { Agreement, Claim, Question, Ruling, Tag } from '../../../../openapi/client/index.ts'
import { ClaimInContext } from '../../components/in-context/claim-in-context.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { may } from '../../frame/session.ts'
import { Rule } from './rule.tsx'
import { Rulings } from './rulings.tsx'
import { SideBySide } from './side-by-side.tsx'

interface TrialProps {
  readonly claimId: string
  readonly question: Question
  /** In which order the next one comes. */
  readonly divided: Agreement['divided']
}

interface Record {
  readonly claim: Claim
  readonly tags: readonly Tag[]
  readonly rulings: readonly Ruling[]
}

export function Trial({ claimId, question, divided }: TrialProps) {
  const { get, to } = useAddress()
  const include = get('include')
  const { value, refusal, again } = useAnswer<Record>(
    async (service) => {
      const path = { id: claimId }
      const [claim, tags, rulings] = await Promise.all([
        service.readClaim({ path }),
        service.listTagsOfClaim({ path, query: { limit: 200 } }),
        service.listRulingsOfClaim({ path, query: { limit: 200 } }),
      ])
      const on = (one: Tag | Ruling) => one.question === question.slug
      return {
        claim,
        tags: tags.data.filter((tag) => on(tag) && tag.current),
        rulings: rulings.data.filter(on),
      }
    },
    [claimId, question.slug],
    ({ entity, entityId }) => entity === 'tag' || entity === 'ruling' || entityId === claimId,
  )
  const at = divided.findIndex((one) => one.claimId === claimId)
  const next = divided[at + 1]
  if (refusal && !value) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  const { claim, tags, rulings } = value
  return (
    <section class="trial" aria-label="The claim">
      <ClaimInContext claim={claim} />
      <div class="record">
        <SideBySide tags={tags} rulings={rulings} question={question} />
        <Rulings rulings={rulings} question={question} stored={again} />
        {may('curator') ? <Rule claim={claim} question={question} rulings={rulings} stored={again} /> : null}
        <p class="actions">
          {next ? <a href={to('/curate', { claim: next.claimId, include })}>The next that divides</a> : null}
          <a href={to('/curate', { include })}>Close</a>
        </p>
      </div>
    </section>
  )
}
