// What is known of a claim, and how it was found.

import type { Claim, Span } from '../../../../openapi/client/index.ts'
import { useAddress } from '../../frame/address.ts'
import { useReading } from './reading.ts'

const METHOD: Readonly<Record<Claim['attribution']['method'], string>> = {
  named: 'named in the text',
  pronoun: 'through a pronoun',
  nominal: 'through a description',
  continuation: 'as the quotation goes on',
  label: 'from the label of a transcript',
  manual: 'given by a person',
  none: 'nobody is named',
}
const TYPE = { direct: 'quoted', indirect: 'reported', mixed: 'partly quoted' } as const
const percent = (share: number) => `${Math.round(share * 100)} %`
const wordsOf = (spans: readonly Span[]) => spans.map(({ exact }) => exact).join(' … ')

export function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const { claimOf, addressOf } = useReading()
  const { to } = useAddress()
  const parent = claim.parentId === null ? undefined : claimOf(claim.parentId)
  const { method, confidence } = claim.attribution
  return (
    <dl class="facts">
      <dt>Said by</dt>
      <dd>
        {claim.speakers.map(({ id, name }) => (
          <span key={id}>
            <a href={to(`/speakers/${id}`)}>
              <bdi>{name}</bdi>
            </a>{' '}
          </span>
        ))}
        <small>
          {METHOD[method]}
          {method === 'manual' || method === 'none' ? '' : `, ${percent(confidence)} sure`}
        </small>
      </dd>
      <dt>As</dt>
      <dd>
        {TYPE[claim.type]}, {claim.polarity}
      </dd>
      <Words name="Cue" spans={claim.cue} />
      <Words name="Source" spans={claim.source} />
      {parent ? (
        <>
          <dt>Within</dt>
          <dd>
            <a href={addressOf(parent.id)}>claim {parent.ordinal}</a>
          </dd>
        </>
      ) : null}
      <dt>Found by</dt>
      <dd>
        <span title={claim.createdBy.version ?? undefined}>{claim.createdBy.name}</span>{' '}
        {claim.createdBy.kind === 'software' ? <small>{percent(claim.confidence)} sure</small> : null}
      </dd>
    </dl>
  )
}

function Words({ name, spans }: { readonly name: string; readonly spans: readonly Span[] }) {
  if (spans.length === 0) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <q dir="auto">{wordsOf(spans)}</q>
      </dd>
    </>
  )
}
