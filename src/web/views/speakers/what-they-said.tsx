// Everything one speaker said, or those who speak for them, as far as it passes the filters.

import type { Question, Speaker } from '../../../../openapi/client/index.ts'
import { ClaimsOn } from '../../components/evidence/claims-on.tsx'
import { daysOf, isMonth, nameOfMonth } from '../../components/standing/months.ts'
import { useAddress } from '../../frame/address.ts'

const TYPES = { direct: 'Quoted', indirect: 'Reported', mixed: 'Partly quoted' } as const
const POLARITIES = { asserted: 'Asserted', denied: 'Denied', questioned: 'Questioned' } as const
const oneOf = <T extends string>(value: string, known: Readonly<Record<T, string>>): T | undefined =>
  (Object.keys(known) as T[]).find((one) => one === value)

interface WhatTheySaidProps {
  readonly speaker: Speaker
  readonly question: Question | undefined
}

export function WhatTheySaid({ speaker, question }: WhatTheySaidProps) {
  const { get, set } = useAddress()
  const ofSpokespeople = get('of') === 'spokespeople'
  const month = isMonth(get('month')) ? get('month') : ''
  const position = question?.positions.find(({ slug }) => slug === get('position'))
  const type = oneOf(get('type'), TYPES)
  const polarity = oneOf(get('polarity'), POLARITIES)
  const asked = {
    ...(ofSpokespeople ? { affiliation: speaker.id } : { speaker: speaker.id }),
    ...(question && position ? { question: question.slug, position: position.slug } : {}),
    ...(type ? { type } : {}),
    ...(polarity ? { polarity } : {}),
    ...(month ? daysOf(month) : {}),
  }
  const labels = Object.fromEntries((question?.positions ?? []).map(({ slug, label }) => [slug, label]))
  return (
    <section class="said" aria-labelledby="said">
      <h2 id="said">What they said</h2>
      <div class="filters fields">
        {speaker.kind === 'person' ? null : (
          <Filter
            name="Said by"
            any="themselves"
            parameter="of"
            options={{ spokespeople: 'those who speak for them' }}
          />
        )}
        <Filter name="Position" any="any" parameter="position" options={labels} />
        <Filter name="Wording" any="any" parameter="type" options={TYPES} />
        <Filter name="As" any="any" parameter="polarity" options={POLARITIES} />
        {month ? (
          <button type="button" onClick={() => set({ month: undefined })}>
            {nameOfMonth(month)} ✕<span class="for-readers"> show all months</span>
          </button>
        ) : null}
      </div>
      <ClaimsOn key={JSON.stringify(asked)} question={question} asked={asked} first={10} />
    </section>
  )
}

interface FilterProps {
  readonly name: string
  readonly any: string
  readonly parameter: string
  readonly options: Readonly<Record<string, string>>
}

function Filter({ name, any, parameter, options }: FilterProps) {
  const { get, set } = useAddress()
  return (
    <label>
      <span>{name}</span>
      <select
        value={get(parameter) in options ? get(parameter) : ''}
        onChange={(event) => set({ [parameter]: event.currentTarget.value }, { replace: true })}
      >
        <option value="">{any}</option>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
