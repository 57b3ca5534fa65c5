// What is shown of the question: by whom or when, as a picture or a table.

import { useId } from 'preact/hooks'
import { useAddress } from '../../frame/address.ts'
import { GROUPINGS, type Grouping, type Outlook } from './outlook.ts'
import './choosing.css'

const NAMES: Readonly<Record<Grouping, string>> = {
  speaker: 'Speakers',
  affiliation: 'Affiliations',
  publisher: 'Publishers',
  month: 'Over time',
}

export function Choosing({ outlook }: { readonly outlook: Outlook }) {
  const { set } = useAddress()
  return (
    <div class="choosing">
      <Choice
        legend="Who or when"
        options={GROUPINGS.map((by) => [by, NAMES[by]])}
        chosen={outlook.by}
        choose={(by) => set({ by: by === 'speaker' ? undefined : by, open: undefined, pages: undefined })}
      />
      <Choice
        legend="How it is shown"
        options={[
          ['', 'Picture'],
          ['table', 'Table'],
        ]}
        chosen={outlook.isTable ? 'table' : ''}
        choose={(show) => set({ show })}
      />
    </div>
  )
}

interface ChoiceProps {
  readonly legend: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly chosen: string
  readonly choose: (value: string) => void
}

function Choice({ legend, options, chosen, choose }: ChoiceProps) {
  const name = useId()
  return (
    <fieldset class="choice-of-one">
      <legend class="for-readers">{legend}</legend>
      {options.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
