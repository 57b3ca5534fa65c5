// Which claims are counted: by who placed them, how they are reported, where and when they were printed.

import { useState } from 'preact/hooks'
import type { Question } from '../../../../openapi/client/index.ts'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { BASES, isNarrowed, type Narrowing, NOT_NARROWED, narrowedBy, TYPES } from './outlook.ts'

export const BASIS_NAMES = { machine: 'the machine', people: 'people', ruling: 'a ruling' } as const
const TYPE_NAMES = { direct: 'Quoted', indirect: 'Reported', mixed: 'Partly quoted' } as const

interface FiltersProps {
  readonly question: Question
  readonly narrowing: Narrowing
}

export function Filters({ question, narrowing }: FiltersProps) {
  const [isOpen, setOpen] = useState(isNarrowed(narrowing))
  return (
    <details class="filters" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Filter the claims</summary>
      {isOpen ? <Fields question={question} narrowing={narrowing} /> : null}
    </details>
  )
}

function Fields({ question, narrowing }: FiltersProps) {
  const { set } = useAddress()
  const change = (next: Partial<Record<keyof Narrowing, string>>) => set(narrowedBy(next), { replace: true })
  return (
    <div class="fields">
      <Choice
        name="Placed by"
        value={narrowing.basis}
        options={BASES}
        names={BASIS_NAMES}
        choose={(basis) => change({ basis })}
      />
      <Choice
        name="Wording"
        value={narrowing.type}
        options={TYPES}
        names={TYPE_NAMES}
        choose={(type) => change({ type })}
      />
      <Publishers
        question={question}
        value={narrowing.publisher}
        choose={(publisher) => change({ publisher })}
      />
      <Day
        name="Printed from"
        value={narrowing.publishedFrom}
        choose={(publishedFrom) => change({ publishedFrom })}
      />
      <Day
        name="Printed until"
        value={narrowing.publishedTo}
        choose={(publishedTo) => change({ publishedTo })}
      />
      <button type="button" disabled={!isNarrowed(narrowing)} onClick={() => set(NOT_NARROWED)}>
        All claims
      </button>
    </div>
  )
}

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly value: T | undefined
  readonly options: readonly T[]
  readonly names: Readonly<Partial<Record<T, string>>>
  readonly choose: (value: string) => void
}

const Choice = <T extends string>({ name, value, options, names, choose }: ChoiceProps<T>) => (
  <label>
    <span>{name}</span>
    <select value={value ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">any</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {names[option] ?? option}
        </option>
      ))}
    </select>
  </label>
)

/** Those with most claims; one that is asked for and not among them stays choosable. */
const MOST_PUBLISHERS = 200

function Publishers(props: {
  question: Question
  value: string | undefined
  choose: (value: string) => void
}) {
  const { slug } = props.question
  const { value: found } = useAnswer(
    (service, signal) =>
      service.listPositions({
        query: { question: slug, groupBy: 'publisher', limit: MOST_PUBLISHERS },
        signal,
      }),
    [slug],
  )
  const known = (found?.data ?? []).flatMap(({ publisher }) => publisher ?? [])
  const asked = props.value === undefined || known.includes(props.value) ? [] : [props.value]
  return (
    <Choice
      name="Publisher"
      value={props.value}
      options={[...asked, ...known.sort()]}
      names={{}}
      choose={props.choose}
    />
  )
}

const Day = (props: { name: string; value: string | undefined; choose: (value: string) => void }) => (
  <label>
    <span>{props.name}</span>
    <input
      type="date"
      value={props.value ?? ''}
      onChange={(event) => props.choose(event.currentTarget.value)}
    />
  </label>
)
