// The first view: the question, its sides, and who stands where between them.

import { useRef } from 'preact/hooks'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useQuestion } from '../../frame/question.ts'
import { Choosing } from './choosing.tsx'
import { Evidence } from './evidence.tsx'
import { Filters } from './filters.tsx'
import { FindSpeaker } from './find-speaker.tsx'
import { Introduction, Sides } from './introduction.tsx'
import { outlookOf } from './outlook.ts'
import { Shown } from './shown.tsx'
import { useStandings, useTotal } from './standings.ts'
import './stands.css'
import '../../components/standing/standing.css'

export function Stands() {
  const question = useQuestion()
  const { get, set } = useAddress()
  const view = useRef<HTMLElement>(null)
  const outlook = outlookOf(get)
  const { value, refusal, isWaiting } = useStandings(question, outlook)
  const total = useTotal(question, outlook, value)
  if (!question) return <Waiting />
  const { open, by } = outlook
  const close = () => {
    set({ open: undefined })
    view.current?.querySelector<HTMLElement>('.picture a[aria-current], .picture a')?.focus()
  }
  return (
    <section class={`stands ${open ? 'is-open' : ''}`} ref={view}>
      <Introduction question={question} />
      <Sides question={question} counted={total} />
      <div class="outlook">
        <Choosing outlook={outlook} />
        {by === 'speaker' ? <FindSpeaker /> : null}
        <Filters question={question} narrowing={outlook.narrowing} />
      </div>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      <div class="looked-at">
        <div class="picture" aria-busy={isWaiting}>
          {value ? <Shown question={question} outlook={outlook} {...value} /> : refusal ? null : <Waiting />}
        </div>
        {open ? (
          <Evidence
            question={question}
            outlook={outlook}
            open={open}
            group={value?.groups.find(({ key }) => key === open)}
            close={close}
          />
        ) : null}
      </div>
    </section>
  )
}
