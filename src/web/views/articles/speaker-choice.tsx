// Who said it: chosen from the registry while one types, or a new name.

import { useId, useRef, useState } from 'preact/hooks'
import type { Speaker } from '../../../../openapi/client/index.ts'
import { many } from '../../components/standing/said.ts'
import { useSettled } from '../../components/use-settled.ts'
import { useAnswer } from '../../frame/asking.ts'
import type { Chosen } from './draft.ts'

interface SpeakerChoiceProps {
  readonly chosen: readonly Chosen[]
  readonly choose: (chosen: readonly Chosen[]) => void
}

export function SpeakerChoice({ chosen, choose }: SpeakerChoiceProps) {
  return (
    <div class="speaker-choice">
      <ul aria-label="Said by">
        {chosen.map((one) => (
          <li key={one.id ?? one.name}>
            <bdi>{one.name}</bdi> {one.id === null ? <small>new</small> : null}
            <button
              type="button"
              class="quiet away"
              aria-label={`Not ${one.name}`}
              onClick={() => choose(chosen.filter((other) => other !== one))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <Search
        add={(one) => choose([...chosen.filter(({ id, name }) => id !== one.id || name !== one.name), one])}
      />
    </div>
  )
}

/** A combobox as the ARIA practices describe it: arrows choose, Enter takes, Escape closes. */
function Search({ add }: { readonly add: (chosen: Chosen) => void }) {
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const options = useOptions(typed.trim())
  const isShown = isOpen && options.length > 0
  const take = (index: number) => {
    const option = options[index]
    if (!option) return
    add(option.chosen)
    setTyped('')
    setOpen(false)
    input.current?.focus()
  }
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setActive((active + step + options.length) % Math.max(1, options.length))
    else if (event.key === 'Enter' && typed.trim() !== '') take(active)
    else if (event.key === 'Escape' && isShown) setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div class="combobox">
      <label>
        <span>Add a speaker</span>
        <input
          ref={input}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          {...(isShown ? { 'aria-activedescendant': `${id}${active}` } : {})}
          autocomplete="off"
          maxLength={300}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
            setOpen(true)
          }}
          onKeyDown={byKey}
          onBlur={() => setOpen(false)}
        />
      </label>
      <div role="listbox" id={`${id}list`} aria-label="Speakers" hidden={!isShown}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as the pattern asks.
          <div
            key={option.chosen.id ?? ''}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault()
              take(index)
            }}
          >
            <bdi>{option.chosen.name}</bdi> <small>{option.about}</small>
          </div>
        ))}
      </div>
    </div>
  )
}

interface Option {
  readonly chosen: Chosen
  readonly about: string
}

const aboutOf = ({ kind, affiliations, claimCount }: Speaker): string =>
  [...affiliations.map(({ name }) => name), kind, many(claimCount, 'claim')].join(', ')

/** Those whose names fit what is typed, and after them a new one of that name. */
function useOptions(typed: string): Option[] {
  const q = useSettled(typed, 150)
  const { value } = useAnswer(
    async (service, signal) =>
      q === '' ? [] : (await service.listSpeakers({ query: { q, limit: 8 }, signal })).data,
    [q],
  )
  if (typed === '') return []
  const known = (value ?? []).map((speaker) => ({
    chosen: { id: speaker.id, name: speaker.name },
    about: aboutOf(speaker),
  }))
  return [...known, { chosen: { id: null, name: typed }, about: 'a new speaker' }]
}
