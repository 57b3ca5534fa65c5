// The claims that divide people most, each leading to its tags side by side.

import type { Agreement, Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'

interface DividedProps {
  readonly agreement: Agreement
  readonly question: Question
  /** The id of the claim that is open. */
  readonly chosen: string
}

/** Shown at most; the answer has no more than a page of them. */
const MOST = 20

export function Divided({ agreement, question, chosen }: DividedProps) {
  const { get, to } = useAddress()
  const include = get('include')
  const divided = agreement.divided.slice(0, MOST)
  const ids = divided.map(({ claimId }) => claimId)
  const { value: claims } = useAnswer(
    (service) => Promise.all(ids.map((id) => service.readClaim({ path: { id } }))),
    [ids.join()],
    ({ entity, entityId }) => entity === 'claim' && ids.includes(entityId),
  )
  const quoteOf = new Map(claims?.map(({ id, quote }) => [id, quote]))
  return (
    <section class="divided">
      <h2>What divides people</h2>
      {divided.length === 0 ? (
        <p class="hint">Nothing: wherever two have tagged the same claim, they said the same.</p>
      ) : (
        <ol>
          {divided.map(({ claimId, counts }) => (
            <li key={claimId}>
              <a
                href={to('/curate', { claim: claimId, include })}
                {...(claimId === chosen ? { 'aria-current': 'true' as const } : {})}
              >
                {quoteOf.get(claimId) ?? claimId}
              </a>{' '}
              <span class="counts">
                {Object.entries(counts).map(([position, count]) => (
                  <span key={position}>
                    <PositionMark question={question} position={position} /> {count}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
